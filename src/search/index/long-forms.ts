import { singular } from '../text/inflect.ts';
import type { Acronym } from './learn-acronyms.ts';
import { wordsOf, type PaperTerms } from './paper-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An acronym with its own number and those of the words of its long form. */
export interface LongForm {
  acronym: Acronym;
  term: number;
  words: readonly number[];
}

/** Finds the long forms of acronyms in papers. Numbers of words are those of their singulars. */
export class LongForms {
  /** For each term of the vocabulary its singular as a word of long forms; 0 where none has it. */
  private readonly wordOf: Int32Array;
  /** By first word. */
  private readonly starting: readonly (readonly LongForm[] | undefined)[];

  /** Takes the acronyms into the vocabulary; later terms are not known here. */
  constructor(acronyms: readonly Acronym[], vocabulary: Vocabulary) {
    const numbers = new Map<string, number>();
    const starting: LongForm[][] = [[]];
    for (const acronym of acronyms) {
      const words = acronym.words.map((word) => {
        if (!numbers.has(word)) numbers.set(word, starting.push([]) - 1);
        return numbers.get(word)!;
      });
      starting[words[0]!]!.push({ acronym, term: vocabulary.numberOf(acronym.acronym), words });
    }
    this.starting = starting.map((some) => (some.length > 0 ? some : undefined));
    this.wordOf = Int32Array.from(vocabulary.terms, (term) => numbers.get(singular(term)) ?? 0);
  }

  /** Those that a paper holds, once for each place. */
  in(paper: PaperTerms): LongForm[] {
    const { title, abstract } = wordsOf(paper);
    const found: LongForm[] = [];
    this.find(title, found);
    this.find(abstract, found);
    return found;
  }

  private find(words: Int32Array, found: LongForm[]): void {
    for (let at = 0; at < words.length; at++) {
      const starting = this.starting[this.wordOf[words[at]!]!];
      if (!starting) continue;
      for (const form of starting) if (this.stands(form, words, at)) found.push(form);
    }
  }

  private stands(form: LongForm, words: Int32Array, at: number): boolean {
    for (let index = 1; index < form.words.length; index++)
      if (this.wordOf[words[at + index] ?? -1] !== form.words[index]) return false;
    return true;
  }
}
