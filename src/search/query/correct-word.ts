import Fuse from 'fuse.js/min-basic';
import type { Vocabulary, VocabularyWord } from './vocabulary.ts';
import { singular } from '../text/inflect.ts';
import { countDifferent, lettersOf } from '../text/letters.ts';
import { countSlips, type Slips } from '../text/slips.ts';

/** A shorter word is taken as it is. */
const SHORTEST = 4;
const LONGEST = 32;
/** From this length on two slips are looked for, and from the other on they are believed. */
const TWO_SLIPS = 8;
const TWO_SLIPS_CERTAIN = 10;
/** Slips for each letter that still let a word be seen in another, or what they must begin alike. */
const MOST_SLIPS_SEEN = 0.25;
const LEAST_START_SEEN = 0.6;
/** "circcuit" */
const DOUBLED = /(.)\1/;
const FUSE_THRESHOLD = 0.6;
const MOST_CANDIDATES = 100;
const MOST_LOOKED_THROUGH = 600;
/** A slip changes at most so many of the letters that two words do not share. */
const OTHER_LETTERS = 2;

export interface Correction {
  term: string;
  /** How far from what was typed: the least is the likeliest. */
  cost: number;
  /** Whether it is likely even for a word that stands alone. */
  certain: boolean;
  /** How common it is: twice the logarithm of the number of its papers. */
  weight: number;
}

/** Corrects words against the vocabulary of an index: Fuse.js finds candidates, slips rank them. */
export class Corrector {
  private readonly vocabulary: Vocabulary;
  private readonly letters: Int32Array;
  /** While a query is typed, its misspelt words are asked for again and again. */
  private readonly known = new Map<string, Correction[]>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.letters = Int32Array.from(vocabulary.words, ({ term }) => lettersOf(term));
  }

  /** Whether a word that the index lacks is a word nevertheless: `neutral`, not a slip of `neural`. */
  isEnglish(typed: string): boolean {
    return this.vocabulary.english.has(typed) || this.vocabulary.english.has(singular(typed));
  }

  /** The words that a misspelt one may mean, likeliest first. */
  correct(typed: string, most = 4): Correction[] {
    if (typed.length < SHORTEST || typed.length > LONGEST || /^\p{N}+$/u.test(typed)) return [];
    let corrections = this.known.get(typed);
    if (!corrections) {
      corrections = this.near(typed, slipsIn(typed), MOST_CANDIDATES)
        .flatMap((word) => assess(typed, word, this.isEnglish(typed)))
        .sort((a, b) => a.cost - b.cost || (a.term < b.term ? -1 : 1));
      if (this.known.size > MOST_CANDIDATES) this.known.clear();
      this.known.set(typed, corrections);
    }
    return corrections.slice(0, most);
  }

  /** The words that a word that none answers is a slip or an ending away from, the nearest first. */
  suggest(typed: string, most = 5): string[] {
    if (typed.length < SHORTEST) return [];
    const near = this.near(typed.slice(0, LONGEST), 2, MOST_CANDIDATES);
    return near
      .map(({ term }) => term)
      .filter((term) => lookAlike(typed, term))
      .slice(0, most);
  }

  /** What Fuse.js finds among the words that are about as long and of about the same letters. */
  private near(typed: string, slips: number, limit: number): VocabularyWord[] {
    const words = this.ofSuchLetters(typed, slips);
    const fuse = new Fuse(
      words.map(({ term }) => term),
      { threshold: FUSE_THRESHOLD, ignoreFieldNorm: true, distance: 20 },
    );
    return fuse.search(typed, { limit }).map(({ refIndex }) => words[refIndex]!);
  }

  /** Those of the most similar letters first, as many as Fuse.js looks through in a moment. */
  private ofSuchLetters(typed: string, slips: number): VocabularyWord[] {
    const letters = lettersOf(typed);
    const byDifference: VocabularyWord[][] = [];
    for (const [at, word] of this.vocabulary.words.entries()) {
      if (Math.abs(word.term.length - typed.length) > slips) continue;
      const difference = countDifferent(this.letters[at]!, letters);
      if (difference <= slips * OTHER_LETTERS) (byDifference[difference] ??= []).push(word);
    }
    return byDifference.flat().slice(0, MOST_LOOKED_THROUGH);
  }
}

function slipsIn(typed: string): number {
  return typed.length >= TWO_SLIPS ? 2 : 1;
}

/** A word that is one is less readily taken for another. */
function assess(
  typed: string,
  { term, weight, isName }: VocabularyWord,
  isEnglish: boolean,
): Correction[] {
  if (term === typed) return [];
  const slips = countSlips(typed, term, slipsIn(typed));
  if (!slips || (isEnglish && slips.oddSwaps > 1)) return [];
  const sameStart = typed[0] === term[0];
  if (!sameStart && (slips.edits > 1 || typed.length < 6)) return [];
  const cost =
    slips.edits +
    slips.oddSwaps * 0.3 +
    (sameStart ? 0 : 0.3) +
    (typed.at(-1) === term.at(-1) ? 0 : 0.15) -
    weight / 100 -
    (isName ? 0.05 : 0);
  const certain = !isEnglish && isCertain(typed, term, slips);
  return [{ term, cost, certain, weight }];
}

/** Whether a lone word is believed to be misspelt: the shorter it is, the less is taken for a slip. */
function isCertain(typed: string, term: string, slips: Slips): boolean {
  if (term.length < SHORTEST) return false;
  if (slips.edits > 1)
    return (
      Math.max(typed.length, term.length) >= TWO_SLIPS_CERTAIN ||
      countSlips(singly(typed), singly(term), 0) !== undefined
    );
  if (slips.transposed || typed.length >= 8) return true;
  if (typed.length < 5 || slips.oddSwaps > 0) return false;
  return typed.length > 5 || typed.length <= term.length || DOUBLED.test(typed);
}

/** Whether a reader sees the one in the other: `stability` in `instability`, not `darts` in `darcy`. */
function lookAlike(typed: string, term: string): boolean {
  const slips = countSlips(typed, term, 2);
  if (slips && slips.edits / typed.length <= MOST_SLIPS_SEEN) return true;
  let same = 0;
  while (same < term.length && typed[same] === term[same]) same++;
  return same / Math.max(typed.length, term.length) >= LEAST_START_SEEN;
}

/** Every letter once where it stands twice: `difussion` and `diffusion` differ in nothing else. */
function singly(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}
