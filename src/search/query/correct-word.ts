import Fuse from 'fuse.js/min-basic';
import type { VocabularyWord } from './index-reader.ts';

/** A shorter word is taken as it is. */
const SHORTEST = 4;
/** From this length on two slips are believed, one of them in a shorter word. */
const TWO_SLIPS = 10;
const LONGEST = 32;
const VOWEL = /[aeiouy]/;
/** "circcuit" */
const DOUBLED = /(.)\1/;
const FUSE_THRESHOLD = 0.6;
const MOST_CANDIDATES = 100;
/** Two slips change at most so many of the letters that two words do not share. */
const MOST_OTHER_LETTERS = 4;

/** Neighbours on a QWERTY keyboard. */
const NEIGHBOURS: Record<string, string> = {
  a: 'qwsz',
  b: 'vghn',
  c: 'xdfv',
  d: 'serfcx',
  e: 'wsdr',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  i: 'ujko',
  j: 'huikmn',
  k: 'jiolm',
  l: 'kop',
  m: 'njk',
  n: 'bhjm',
  o: 'iklp',
  p: 'ol',
  q: 'wa',
  r: 'edft',
  s: 'awedxz',
  t: 'rfgy',
  u: 'yhji',
  v: 'cfgb',
  w: 'qase',
  x: 'zsdc',
  y: 'tghu',
  z: 'asx',
};

export interface Correction {
  term: string;
  /** How far from what was typed: the least is the likeliest. */
  cost: number;
  /** Whether it is likely even for a word that stands alone. */
  certain: boolean;
}

/** Corrects words against the vocabulary of an index: Fuse.js finds candidates, slips rank them. */
export class Corrector {
  private readonly vocabulary: readonly VocabularyWord[];
  private readonly letters: Int32Array;

  constructor(vocabulary: readonly VocabularyWord[]) {
    this.vocabulary = vocabulary;
    this.letters = Int32Array.from(vocabulary, ({ term }) => lettersOf(term));
  }

  /** The words that a misspelt one may mean, likeliest first. */
  correct(typed: string, most = 4): Correction[] {
    if (typed.length < SHORTEST || typed.length > LONGEST || /^\p{N}+$/u.test(typed)) return [];
    return this.near(typed, MOST_OTHER_LETTERS, MOST_CANDIDATES)
      .flatMap((word) => assess(typed, word))
      .sort((a, b) => a.cost - b.cost || (a.term < b.term ? -1 : 1))
      .slice(0, most);
  }

  /** The words that share most with a word that none answers: what a reader may have meant. */
  suggest(typed: string, most = 5): string[] {
    if (typed.length < 3) return [];
    const words = this.near(typed.slice(0, LONGEST), 2 * MOST_OTHER_LETTERS, most);
    return words.map(({ term }) => term);
  }

  /** What Fuse.js finds among the words that are about as long and of about the same letters. */
  private near(typed: string, otherLetters: number, limit: number): VocabularyWord[] {
    const letters = lettersOf(typed);
    const words = this.vocabulary.filter(
      ({ term }, at) =>
        Math.abs(term.length - typed.length) <= 2 &&
        countBits(this.letters[at]! ^ letters) <= otherLetters,
    );
    const fuse = new Fuse(words, {
      keys: ['term'],
      threshold: FUSE_THRESHOLD,
      ignoreFieldNorm: true,
      distance: 20,
    });
    return fuse.search(typed, { limit }).map(({ item }) => item);
  }
}

/** The letters of a word as bits, other characters as one. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function assess(typed: string, { term, weight, isName }: VocabularyWord): Correction[] {
  const most = typed.length >= 8 ? 2 : 1;
  const slips = countSlips(typed, term, most);
  if (!slips || term === typed) return [];
  const sameStart = typed[0] === term[0];
  if (!sameStart && (slips.edits > 1 || typed.length < 6)) return [];
  const cost =
    slips.edits +
    slips.oddSwaps * 0.3 +
    (sameStart ? 0 : 0.3) +
    (typed.at(-1) === term.at(-1) ? 0 : 0.15) -
    weight / 100 -
    (isName ? 0.05 : 0);
  return [{ term, cost, certain: isCertain(typed, term, slips) }];
}

/** Whether a lone word is believed to be misspelt: the shorter it is, the less is taken for a slip. */
function isCertain(typed: string, term: string, slips: Slips): boolean {
  if (term.length < SHORTEST) return false;
  if (slips.edits > 1) return typed.length >= TWO_SLIPS && slips.oddSwaps < 2;
  if (slips.transposed || typed.length >= 8) return true;
  if (typed.length < 5 || slips.oddSwaps > 0) return false;
  return typed.length > 5 || typed.length <= term.length || DOUBLED.test(typed);
}

interface Slips {
  edits: number;
  /** Letters put for letters that are no neighbours on the keyboard. */
  oddSwaps: number;
  transposed: boolean;
}

/** The slips between two words: letters left out, added, swapped, exchanged with their neighbour. */
export function countSlips(typed: string, meant: string, most: number): Slips | undefined {
  if (Math.abs(typed.length - meant.length) > most) return undefined;
  let before: Slips[] = [];
  let row: Slips[] = Array.from({ length: meant.length + 1 }, (_, edits) => ({
    edits,
    oddSwaps: 0,
    transposed: false,
  }));
  for (let i = 1; i <= typed.length; i++) {
    const next: Slips[] = [{ edits: i, oddSwaps: 0, transposed: false }];
    for (let j = 1; j <= meant.length; j++) {
      const same = typed[i - 1] === meant[j - 1];
      const odd = !same && !areNear(typed[i - 1]!, meant[j - 1]!, typed.length);
      let best = plus(row[j - 1]!, same ? 0 : 1, odd ? 1 : 0);
      best = lesser(best, plus(row[j]!, 1));
      best = lesser(best, plus(next[j - 1]!, 1));
      if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1])
        best = lesser(best, { ...plus(before[j - 2]!, 1), transposed: true });
      next.push(best);
    }
    before = row;
    row = next;
  }
  const slips = row[meant.length]!;
  return slips.edits <= most ? slips : undefined;
}

/** Whether one letter is easily put for the other: neighbouring keys; in a long word any two vowels. */
function areNear(a: string, b: string, length: number): boolean {
  return (NEIGHBOURS[a]?.includes(b) ?? false) || (length > 6 && VOWEL.test(a) && VOWEL.test(b));
}

function plus(slips: Slips, edits: number, oddSwaps = 0): Slips {
  return edits === 0
    ? slips
    : { ...slips, edits: slips.edits + edits, oddSwaps: slips.oddSwaps + oddSwaps };
}

function lesser(a: Slips, b: Slips): Slips {
  return b.edits < a.edits || (b.edits === a.edits && b.oddSwaps < a.oddSwaps) ? b : a;
}
