import type { Paper } from '../schema.ts';
import { joinsPhrase, normalizeWord, toTokens, type Token } from '../topics/tokens.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { RARE_PERCENT, usualPercent } from '../topics/usual-words.ts';

/**
 * The words, and pairs of words, that a paper could share with another, in the order in which it
 * first has them. In columns of numbers: a large digest has millions of them.
 */
export interface PaperTerms {
  /** What each is, under which inflections meet: `Vocabulary.keyOf` gives "quantum circuit". */
  codes: Float64Array;
  /** How often it stands in the paper; the title counts double. */
  counts: Uint16Array;
  /** 0 to 1: how rare its words are in abstracts at large. */
  rarities: Float64Array;
  /** Where it stands first in `termText`. */
  starts: Uint16Array;
  ends: Uint16Array;
}

/** What is in every fourth abstract holds sentences together. */
const TOO_USUAL = 20;
/** A single word says something of a paper if few others have it. */
const USUAL_WORD = 5;
/** Of two words, the second leaves about this share of the papers that have the first. */
const SHARE_OF_SECOND = 0.15;
/** A word of small letters alone says less than a pair or an acronym. */
const PLAIN_WORD_SAYS = 0.7;
const READS_AT_MOST = 8000;
/** Wider than the gap within a phrase: no pair reaches from the title into the abstract. */
const BETWEEN = '\n\n\n\n';
const MOST_COUNTED = 65_535;

/** The text of a paper in which terms have their places. */
export function termText({ titleText, abstractText }: TermSource): string {
  return titleText.slice(0, READS_AT_MOST) + BETWEEN + abstractText.slice(0, READS_AT_MOST);
}

/** The terms of a paper. */
export function paperTerms(paper: TermSource, vocabulary: Vocabulary): PaperTerms {
  const text = termText(paper);
  const titleEnd = Math.min(READS_AT_MOST, paper.titleText.length);
  const found = new TermList();
  let before: Word | undefined;
  let beforeToken: Token | undefined;
  for (const token of toTokens(text)) {
    const count = token.start < titleEnd ? 2 : 1;
    const word = vocabulary.read(token.word);
    if (word?.alone) found.add(word.id, count, word.rarityAlone, token.start, token.end);
    if (word && before && joinsPhrase(text, beforeToken!, token)) {
      const percent = Math.min(word.percent, before.percent) * SHARE_OF_SECOND;
      const code = Vocabulary.pair(before, word);
      found.add(code, count, rarityOf(percent), beforeToken!.start, token.end);
    }
    [before, beforeToken] = [word, token];
  }
  return found.columns();
}

class TermList {
  private readonly rows = new Map<number, number>();
  private readonly codes: number[] = [];
  private readonly counts: number[] = [];
  private readonly rarities: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  add(code: number, count: number, rarity: number, start: number, end: number): void {
    const row = this.rows.get(code);
    if (row !== undefined) {
      this.counts[row] = Math.min(MOST_COUNTED, this.counts[row]! + count);
      return;
    }
    this.rows.set(code, this.codes.length);
    this.codes.push(code);
    this.counts.push(count);
    this.rarities.push(rarity);
    this.starts.push(start);
    this.ends.push(end);
  }

  columns(): PaperTerms {
    return {
      codes: new Float64Array(this.codes),
      counts: new Uint16Array(this.counts),
      rarities: new Float64Array(this.rarities),
      starts: new Uint16Array(this.starts),
      ends: new Uint16Array(this.ends),
    };
  }
}

/** A word that can be part of a term. */
interface Word {
  /** Of its key, from 1; below `PAIR`. */
  id: number;
  percent: number;
  /** Whether it says something of a paper without a second word. */
  alone: boolean;
  rarityAlone: number;
}

/** A pair's code holds two ids; it stays an exact number up to four million words. */
const PAIR = 2 ** 22;

/** The words of a digest, each read once, with numbers for names. */
export class Vocabulary {
  private readonly known = new Map<string, Word | null>();
  private readonly ids = new Map<string, number>();
  private readonly keys: string[] = [''];

  read(written: string): Word | undefined {
    let word = this.known.get(written);
    if (word === undefined) this.known.set(written, (word = this.readNew(written)));
    return word ?? undefined;
  }

  static pair(first: Word, second: Word): number {
    return first.id * PAIR + second.id;
  }

  /** "quantum circuit" */
  keyOf(code: number): string {
    const first = Math.floor(code / PAIR);
    const second = this.keys[code % PAIR]!;
    return first === 0 ? second : `${this.keys[first]!} ${second}`;
  }

  private readNew(written: string): Word | null {
    if (written.length < 2 || written.length > 30 || !/\p{L}{2}/u.test(written)) return null;
    const key = normalizeWord(written);
    if (PLAIN_WORDS.has(key) || PLAIN_WORDS.has(written.toLowerCase())) return null;
    const percent = usualPercent(key) ?? RARE_PERCENT / 2;
    if (percent > TOO_USUAL) return null;
    const alone = isAcronym(written) || (percent <= USUAL_WORD && NOUN_LIKE.test(written));
    const rarityAlone = rarityOf(percent) * (isAcronym(written) ? 1 : PLAIN_WORD_SAYS);
    return { id: this.idOf(key), percent, alone, rarityAlone };
  }

  private idOf(key: string): number {
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    this.ids.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }
}

/** "supernet", "Verilog"; adverbs and participles say how, not what: "tightly", "verifying" */
const NOUN_LIKE = /^\p{L}{4,}(?<!ly|ing|ed|able|al|ive|ous)$/u;

/** "GPTQ", "FP8" */
function isAcronym(word: string): boolean {
  return /\p{Lu}.*[\p{Lu}\d]/u.test(word);
}

/** One in a hundred abstracts and rarer tells most. */
function rarityOf(percent: number): number {
  return Math.min(1, Math.max(0, Math.log10(100 / percent) / 3));
}

type TermSource = Pick<Paper, 'titleText' | 'abstractText'>;
