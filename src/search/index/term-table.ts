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
    const numbers: number[] = [];
    for (let start = 0; start < terms.length;) {
      const space = terms.indexOf(' ', start);
      const end = space < 0 ? terms.length : space;
      numbers.push(this.numberOf(terms.slice(start, end)));
      start = end + 1;
    }
    return numbers;
  }

  isStop(number: number): boolean {
    return this.isStopWord[number]!;
  }

  /** The acronyms whose long form stands among the words of a text. */
  longFormsIn(words: readonly number[]): Acronym[] {
    const found: Acronym[] = [];
    for (let at = 0; at < words.length; at++) {
      const starting = this.starting[words[at]!];
      if (!starting) continue;
      const stands = (part: string, index: number) =>
        this.singulars[words[at + index] ?? -1] === part;
      found.push(...starting.filter((acronym) => acronym.words.every(stands)));
    }
    return found;
  }
}
