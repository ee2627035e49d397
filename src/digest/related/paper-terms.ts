import { CodeTable } from './code-table.ts';
import { withRoom } from './columns.ts';
import type { PaperRun, PaperWords } from './paper-words.ts';

/**
 * The terms of all papers, one paper after the other: the words, and pairs of words, that a paper could
 * share with another, and its topics; in the order in which it first has them. In columns of numbers:
 * a large digest has millions of them.
 */
export interface PaperTerms {
  /** Which term each is: a place in `codes`. */
  terms: Int32Array;
  /** How often it stands in the paper, the title counting double; hundredths of its score for a topic. */
  counts: Uint16Array;
  /** The place of its last word, where it stands first; behind the paper's last word for topics. */
  places: Int32Array;
  /** Where each paper's terms begin; at the end where the last one's end. */
  firsts: Int32Array;
  /** What each term is, the same for all inflections: `wordsOfCode` gives the numbers of its words. */
  codes: Float64Array;
  /** How many papers have each term. */
  holding: Int32Array;
}

/** A pair's code holds two numbers; it stays exact up to four million words. */
const PAIR = 2 ** 22;
/** Of two words, the second leaves about this share of the papers that have the first. */
const SHARE_OF_SECOND = 0.15;
const MOST_COUNTED = 65_535;

export function paperTerms(words: PaperWords): PaperTerms {
  const columns = new TermColumns();
  const firsts = new Int32Array(words.papers.length + 1);
  for (const [paper, run] of words.papers.entries()) {
    addTerms(run, words, columns);
    firsts[paper + 1] = columns.length;
  }
  const { terms, counts, places, holding, table } = columns;
  return { terms, counts, places, firsts, holding, codes: table.codes.subarray(0, table.size) };
}

function addTerms(run: PaperRun, words: PaperWords, columns: TermColumns): void {
  const { ids, forms, gaps, vocabulary } = words;
  columns.begin(2 * (run.end - run.first) + run.topics.length);
  let isPlainBefore = true;
  for (let at = run.first; at < run.end; at++) {
    const { isPlain, isTelling } = vocabulary[forms[at]!]!;
    const count = at < run.abstract ? 2 : 1;
    if (isTelling) columns.add(ids[at]!, count, at);
    if (gaps[at] && !isPlain && !isPlainBefore)
      columns.add((ids[at - 1]! + 1) * PAIR + ids[at]!, count, at);
    isPlainBefore = isPlain;
  }
  for (const { number, score } of run.topics) columns.add(number, Math.round(100 * score), run.end);
}

/** The numbers of the words of a term. */
export function wordsOfCode(code: number): number[] {
  return code < PAIR ? [code] : [Math.floor(code / PAIR) - 1, code % PAIR];
}

/** In what share of abstracts at large the words of a term stand, which is not a topic, by a guess. */
export function usualShareOf(
  code: number,
  place: number,
  { forms, vocabulary }: PaperWords,
): number {
  const { percent } = vocabulary[forms[place]!]!;
  if (code < PAIR) return percent / 100;
  const before = vocabulary[forms[place - 1]!]!.percent;
  return (Math.min(percent, before) / 100) * SHARE_OF_SECOND;
}

/** Whether a term is one word of small letters, which says less than a pair or an acronym. */
export function isPlainWord(
  code: number,
  place: number,
  { forms, vocabulary }: PaperWords,
): boolean {
  return code < PAIR && !vocabulary[forms[place]!]!.isAcronym;
}

class TermColumns {
  length = 0;
  terms = new Int32Array(0);
  counts = new Uint16Array(0);
  places = new Int32Array(0);
  holding = new Int32Array(0);
  readonly table = new CodeTable();
  /** Where each term stands that the paper has which was begun last. */
  private rows = new Int32Array(0);
  private first = 0;

  /** Begins a paper of at most so many terms. */
  begin(most: number): void {
    this.first = this.length;
    this.terms = withRoom(this.terms, this.length + most);
    this.counts = withRoom(this.counts, this.length + most);
    this.places = withRoom(this.places, this.length + most);
    const known = this.table.size;
    this.holding = withRoom(this.holding, known + most);
    this.rows = withRoom(this.rows, known + most);
  }

  add(code: number, count: number, place: number): void {
    const term = this.table.numberOf(code);
    const row = this.rows[term]!;
    if (row >= this.first && row < this.length && this.terms[row] === term) {
      this.counts[row] = Math.min(MOST_COUNTED, this.counts[row]! + count);
      return;
    }
    const next = this.length++;
    this.terms[next] = term;
    this.counts[next] = count;
    this.places[next] = place;
    this.holding[term]! += 1;
    this.rows[term] = next;
  }
}
