import { phraseGap } from './phrase-gap.ts';
import { addToHash, EMPTY_HASH } from '../word-memo.ts';

/** A word of a text with its place, UTF-16 units. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** What runs of letters and digits are made of: "Graph", "S²FT", "W4A8" */
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

/** A plural that is not "loss", "bias", "analysis": "circuits" */
const PLURAL = /(?<![sui])s$/;

/** "policies" */
const PLURAL_IES = /(?<=..)ies$/;

/** "searches", "losses", "boxes" */
const PLURAL_ES = /(?<=ch|sh|ss|x|zz)es$/;

/** British "quantisation", "optimise" */
const BRITISH = /(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)/;

/** The words of `text`, in order. */
export function toTokens(text: string): Token[] {
  const tokens: Token[] = [];
  readWords(text, (start, end) => tokens.push({ word: text.slice(start, end), start, end }));
  return tokens;
}

/** Tells the place of each word of `text`, in order, with its hash for a `WordMemo`. */
export function readWords(
  text: string,
  hear: (start: number, end: number, hash: number) => void,
): void {
  let start = -1;
  let hash = EMPTY_HASH;
  for (let at = 0; at <= text.length;) {
    const length = at < text.length ? wordCharacter(text, at) : 0;
    if (length > 0) {
      if (start < 0) start = at;
      hash = addToHash(hash, text.charCodeAt(at));
      if (length > 1) hash = addToHash(hash, text.charCodeAt(at + 1));
      at += length;
      continue;
    }
    if (start >= 0) hear(start, at, hash);
    [start, hash] = [-1, EMPTY_HASH];
    at += 1;
  }
}

/** The length of the character of a word that stands at a place, UTF-16 units; 0 for another. */
function wordCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) {
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    return isLetter || (code >= 48 && code <= 57) ? 1 : 0;
  }
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return WORD_CHARACTER.test(character) ? character.length : 0;
}

/** Whether two neighbouring words of `text` may stand in one phrase. */
export function joinsPhrase(text: string, before: Token, after: Token): boolean {
  return phraseGap(text, before.end, after.start) > 0;
}

/** The forms of the words seen of late: a corpus says the same words again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** The form under which inflections and spellings of a word meet: "Quantisations" → "quantization". */
export function normalizeWord(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const form = normalForm(word);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, form);
  return form;
}

function normalForm(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length <= 3) return lower;
  const singular = PLURAL_IES.test(lower)
    ? lower.replace(PLURAL_IES, 'y')
    : PLURAL_ES.test(lower)
      ? lower.replace(PLURAL_ES, '')
      : lower.replace(PLURAL, '');
  return singular.replace(BRITISH, 'iz');
}
