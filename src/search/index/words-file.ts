import { STOP_WORDS } from '../text/stop-words.ts';
import { encodeDigit, encodeWords } from './codec.ts';
import table from './english-words.json' with { type: 'json' };
import {
  AUTHOR_MARK,
  IN_LONG_FORM,
  IN_METHODS,
  IN_TITLE,
  NAME_BIT,
  type WordsFile,
} from './index-format.ts';
import type { TermEntry } from './inverted-terms.ts';
import { NearWords } from './near-words.ts';

/** "quantization": what a misspelt word may be corrected to. */
const CORRECTION = /^\p{L}[\p{L}\p{N}]{2,}$/u;
/** From this many papers on, a short word of one paper alone is no correction. */
const LARGE_CORPUS = 2000;
const SHORT = 5;
/** From this length on, two slips lead from one word to another. */
const TWO_SLIPS = 10;

/** What misspelt words are corrected to, and what looks misspelt and is not. */
export function toWordsFile(entries: readonly TermEntry[], papers: number): WordsFile {
  const isSmall = papers < LARGE_CORPUS;
  const kept = entries
    .filter((entry) => isOwn(entry) && isWhole(entry) && CORRECTION.test(entry.term))
    .filter(({ term, count }) => isSmall || count > 1 || term.length > SHORT);
  const words = kept.map(({ term }) => term);
  return {
    words: encodeWords(words),
    weights: kept
      .map(({ count, fields }) => {
        const name = fields & IN_METHODS ? NAME_BIT : 0;
        return encodeDigit(Math.min(NAME_BIT - 1, Math.floor(Math.log2(count) * 2)) | name);
      })
      .join(''),
    english: encodeWords(englishNear(words)),
  };
}

/** Whether a term is a word, or a name written as one: `lowbit` is neither. */
function isWhole({ isWord, fields }: TermEntry): boolean {
  return isWord || (fields & (IN_METHODS | IN_TITLE)) !== 0;
}

/** Whether a paper says it itself. */
function isOwn({ term, fields }: TermEntry): boolean {
  return !STOP_WORDS.has(term) && !term.startsWith(AUTHOR_MARK) && fields % IN_LONG_FORM > 0;
}

/** English words that the corpus lacks and that a slip might make of its own: `neutral`. */
function englishNear(words: readonly string[]): string[] {
  const known = new Set(words);
  const tails = new Set(words.map((word) => word.slice(1)));
  const near = new NearWords(words);
  return table.words
    .flatMap((line) => line.split(' '))
    .filter((word) => !known.has(word))
    .filter((word) => {
      const tail = word.slice(1);
      if (known.has(tail) || tails.has(tail) || tails.has(word)) return true;
      return near.has(word, word.length >= TWO_SLIPS ? 2 : 1);
    });
}
