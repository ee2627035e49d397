import { singular } from '../text/inflect.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import type { Acronym } from './learn-acronyms.ts';

/** The terms of a corpus by number, with what is asked of each again and again. */
export class TermTable {
  readonly terms: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly singulars: string[] = [];
  private readonly isStopWord: boolean[] = [];
  private readonly longForms: ReadonlyMap<string, readonly Acronym[]>;
  private readonly starting: (readonly Acronym[] | undefined)[] = [];

  constructor(acronyms: readonly Acronym[]) {
    this.longForms = Map.groupBy(acronyms, ({ words }) => words[0]!);
  }

  numberOf(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.terms.length;
    const one = singular(term);
    this.numbers.set(term, number);
    this.terms.push(term);
    this.singulars.push(one);
    this.isStopWord.push(STOP_WORDS.has(term));
    this.starting.push(this.longForms.get(one));
    return number;
  }

  /** The numbers of terms with a space between. */
  numbersOf(terms: string): number[] {
    return terms === '' ? [] : terms.split(' ').map((term) => this.numberOf(term));
  }

  isStop(number: number): boolean {
    return this.isStopWord[number]!;
  }

  /** The acronyms whose long form stands among the words of a text. */
  *longFormsIn(words: readonly number[]): Generator<Acronym> {
    for (const [at, word] of words.entries()) {
      for (const acronym of this.starting[word] ?? []) {
        const stands = (part: string, index: number) =>
          this.singulars[words[at + index] ?? -1] === part;
        if (acronym.words.every(stands)) yield acronym;
      }
    }
  }
}
