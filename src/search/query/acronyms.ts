/** An acronym with one of its long forms, in the singular. */
export interface KnownAcronym {
  acronym: string;
  words: string[];
}

/** The acronyms of an index, found by themselves and by the first word of what they stand for. */
export class Acronyms {
  private readonly byAcronym: ReadonlyMap<string, readonly KnownAcronym[]>;
  private readonly byFirstWord: ReadonlyMap<string, readonly KnownAcronym[]>;

  /** `entries` as the index writes them: "gnn graph neural network". */
  constructor(entries: readonly string[]) {
    const all = entries.map((entry) => {
      const [acronym, ...words] = entry.split(' ');
      return { acronym: acronym!, words };
    });
    this.byAcronym = Map.groupBy(all, ({ acronym }) => acronym);
    this.byFirstWord = Map.groupBy(all, ({ words }) => words[0]!);
  }

  has(term: string): boolean {
    return this.byAcronym.has(term);
  }

  longForms(acronym: string): string[] {
    return (this.byAcronym.get(acronym) ?? []).map(({ words }) => words.join(' '));
  }

  /** Those whose long form stands among the words, each with the place where it begins. */
  spelledOut(singulars: readonly string[]): { at: number; known: KnownAcronym }[] {
    return singulars.flatMap((first, at) =>
      (this.byFirstWord.get(first) ?? [])
        .filter(({ words }) => words.every((word, i) => singulars[at + i] === word))
        .map((known) => ({ at, known })),
    );
  }
}
