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
    for (let length = typed.length - most; length <= typed.length + most; length++) {
      for (const other of this.groups.get(groupOf(typed[0]!, length)) ?? [])
        // A slip takes one letter and adds one.
        if (countBits(letters ^ other.letters) <= 2 * most && countSlips(typed, other.word, most))
          return true;
    }
    return false;
  }
}

function groupOf(first: string, length: number): string {
  return `${first}${length}`;
}

/** Different letters may share a bit: sets that differ tell words apart, those that agree do not. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
