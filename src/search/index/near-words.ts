import { countDifferent, lettersOf } from '../text/letters.ts';
import { countSlips } from '../text/slips.ts';

/** A word with the set of its letters, as bits. */
interface Lettered {
  word: string;
  letters: number;
}

/** Words that are asked whether one is few slips away, thousands of times. */
export class NearWords {
  /** By first letter and length. */
  private readonly groups: ReadonlyMap<string, readonly Lettered[]>;

  constructor(words: readonly string[]) {
    const lettered = words.map((word) => ({ word, letters: lettersOf(word) }));
    this.groups = Map.groupBy(lettered, ({ word }) => groupOf(word[0]!, word.length));
  }

  /** Whether a word with the same first letter is at most so many slips away. */
  has(typed: string, most: number): boolean {
    const letters = lettersOf(typed);
    // A slip takes one letter and adds one.
    const mostLetters = 2 * most;
    for (let length = typed.length - most; length <= typed.length + most; length++) {
      const group = this.groups.get(groupOf(typed[0]!, length)) ?? [];
      const near = group.filter((one) => countDifferent(letters, one.letters) <= mostLetters);
      if (near.some(({ word }) => countSlips(typed, word, most))) return true;
    }
    return false;
  }
}

function groupOf(first: string, length: number): string {
  return `${first}${length}`;
}
