/** A word of a text with its place, UTF-16 units. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** A run of letters and digits: "Graph", "S²FT", "W4A8" */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Between the words of one phrase: "graph neural", "graph-neural", "and/or" */
const PHRASE_GAP = /^[\s\-‐‑–/]{1,3}$/;

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
  for (const match of text.matchAll(WORD))
    tokens.push({ word: match[0], start: match.index, end: match.index + match[0].length });
  return tokens;
}

/** Whether two neighbouring words of `text` may stand in one phrase. */
export function joinsPhrase(text: string, before: Token, after: Token): boolean {
  const gap = after.start - before.end;
  return gap === 1 && text[before.end] === ' '
    ? true
    : gap <= 3 && PHRASE_GAP.test(text.slice(before.end, after.start));
}

/** The form under which inflections and spellings of a word meet: "Quantisations" → "quantization". */
export function normalizeWord(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length <= 3) return lower;
  const singular = PLURAL_IES.test(lower)
    ? lower.replace(PLURAL_IES, 'y')
    : PLURAL_ES.test(lower)
      ? lower.replace(PLURAL_ES, '')
      : lower.replace(PLURAL, '');
  return singular.replace(BRITISH, 'iz');
}
