import type { CodeTable } from './code-table.ts';
import type { PaperWords } from './paper-words.ts';
import type { Word } from './word-reader.ts';

/**
 * The words, and pairs of words, that a paper could share with another, and its topics; in the order
 * in which it first has them. In columns of numbers: a large digest has millions of them.
 */
export interface PaperTerms {
  /** What each is, the same for all inflections: `wordsOfCode` gives the numbers of its words. */
  codes: Float64Array;
  /** How often it stands in the paper; the title counts double. */
  counts: Uint16Array;
  /** The place of its last word, where it stands first; beyond the last word for topics. */
  places: Uint16Array;
}

/** A pair's code holds two numbers; it stays exact up to four million words. */
const PAIR = 2 ** 22;
/** Of two words, the second leaves about this share of the papers that have the first. */
const SHARE_OF_SECOND = 0.15;
/** A word of small letters alone says less than a pair or an acronym. */
const PLAIN_WORD_SAYS = 0.7;
/** A topic tells as much as a pair of words as rare as this. */
const TOPIC_RARITY = 0.7;
const MOST_COUNTED = 65_535;

/** The terms of a paper; `rows` is a table to work with, whatever it holds. */
export function paperTerms(
  { words, joined, ofTitle, topics }: PaperWords,
  rows: CodeTable,
): PaperTerms {
  const found = new TermList(rows);
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word.isPlain) continue;
    const count = at < ofTitle ? 2 : 1;
    if (word.isTelling) found.add(word.id, count, at);
    const before = words[at - 1];
    if (joined[at] && !before!.isPlain) found.add((before!.id + 1) * PAIR + word.id, count, at);
  }
  for (const topic of topics) found.add(topic, 1, words.length);
  return found.columns();
}

/** The numbers of the words of a term. */
export function wordsOfCode(code: number): number[] {
  return code < PAIR ? [code] : [Math.floor(code / PAIR) - 1, code % PAIR];
}

/** 0 to 1: how rare the words of a term are in abstracts at large. */
export function rarityOfTerm(code: number, place: number, { words }: PaperWords): number {
  const word = words[place];
  if (!word) return TOPIC_RARITY;
  return code < PAIR ? rarityOfWord(word) : rarityOfPair(words[place - 1]!, word);
}

function rarityOfWord({ percent, isAcronym }: Word): number {
  return rarityOf(percent) * (isAcronym ? 1 : PLAIN_WORD_SAYS);
}

function rarityOfPair(one: Word, other: Word): number {
  return rarityOf(Math.min(one.percent, other.percent) * SHARE_OF_SECOND);
}

/** One in a hundred abstracts and rarer tells most. */
function rarityOf(percent: number): number {
  return Math.min(1, Math.max(0, Math.log10(100 / percent) / 3));
}

class TermList {
  private readonly rows: CodeTable;
  private readonly codes: number[] = [];
  private readonly counts: number[] = [];
  private readonly places: number[] = [];

  constructor(rows: CodeTable) {
    this.rows = rows;
    rows.clear();
  }

  add(code: number, count: number, place: number): void {
    const row = this.rows.numberOf(code);
    if (row < this.codes.length) {
      this.counts[row] = Math.min(MOST_COUNTED, this.counts[row]! + count);
      return;
    }
    this.codes.push(code);
    this.counts.push(count);
    this.places.push(place);
  }

  columns(): PaperTerms {
    return {
      codes: new Float64Array(this.codes),
      counts: new Uint16Array(this.counts),
      places: new Uint16Array(this.places),
    };
  }
}
