/** The terms of a corpus by number: to compare, count and keep numbers takes a fraction of the time. */
export class Vocabulary {
  readonly terms: string[];
  private readonly numbers: Map<string, number>;

  constructor(terms: readonly string[] = []) {
    this.terms = [...terms];
    this.numbers = new Map(terms.map((term, number) => [term, number]));
  }

  /** Its number; a term that is new gets the next one. */
  numberOf(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.terms.length;
    this.numbers.set(term, number);
    this.terms.push(term);
    return number;
  }

  /** For each term whether it is one of these, as 0 or 1. */
  mark(some: Iterable<string>): Uint8Array {
    const marks = new Uint8Array(this.terms.length);
    for (const term of some) {
      const number = this.numbers.get(term);
      if (number !== undefined) marks[number] = 1;
    }
    return marks;
  }
}
