import type { Phrasing } from '../../phrasing.ts';
import { acceptTex } from '../accept-tex.ts';
import { text, type TextRule, type Replacement } from './text-rule.ts';

/** "\(TC^0\)", "\[ x \]", "$$ x $$" */
const DELIMITED =
  /\\\(((?:[^\\]|\\[^()])*)\\\)|\\\[((?:[^\\]|\\[^[\]])*)\\\]|(?<![\\$])\$\$([^$]+)\$\$/g;
/** "$x_1$": no space inside the dollars of a short one, no digit after it */
const DOLLARS = /(?<![\\$])\$([^$]+)\$(?!\$)/g;
/** "5 and", "10 million, then Qwen" */
const MONEY =
  /^\s?\d[\d.,]*\s?(?:[kKmMbB]\b|million|billion|trillion|USD|per\b|and\b|to\b|or\b)?[^\\^_=]*\s[A-Za-z]{2,}/;
/** "really", "crucial" */
const PROSE_WORD = /(?<!\\)\b[A-Za-z]{3,}/g;

/** Formulas whose dollars the page, or another source, has left: `$x_1$`, `\(x\)`, `\[x\]`. */
export const writtenMath: TextRule = {
  id: 'written-math',
  propose: (source) => [
    ...[...source.matchAll(DELIMITED)].map((match) =>
      toReplacement(match, match[1] ?? match[2] ?? match[3]!),
    ),
    ...dollarPairs(source),
  ],
};

function* dollarPairs(source: string): Generator<Replacement> {
  DOLLARS.lastIndex = 0;
  for (let match = DOLLARS.exec(source); match !== null; match = DOLLARS.exec(source)) {
    const tex = match[1]!;
    const next = source[DOLLARS.lastIndex] ?? '';
    if (isFormula(tex, next)) yield toReplacement(match, tex);
    else DOLLARS.lastIndex = match.index + 1;
  }
}

function isFormula(tex: string, next: string): boolean {
  if (tex.trim() === '' || MONEY.test(tex)) return false;
  if (/^\d/.test(next) && /^\s?\d/.test(tex) === false && /\s/.test(tex.at(-1)!)) return false;
  const words = tex.match(PROSE_WORD) ?? [];
  return words.length <= 6 || /[\\_^]/.test(tex);
}

/** What KaTeX does not set is shown as it was written, under a rule of its own. */
function toReplacement(match: RegExpExecArray, source: string): Replacement {
  const place = { start: match.index, end: match.index + match[0].length };
  const tex = source.trim();
  if (acceptTex(tex)) return { ...place, nodes: [{ type: 'inlineMath', value: tex }] };
  const isTex = /[\\^_{}]/.test(tex);
  const written = match[0].trim();
  const shown: Phrasing = isTex ? { type: 'inlineCode', value: written } : text(written);
  return { ...place, nodes: [shown], rule: MATH_NOT_SET };
}

/** Rule of the edits that show a formula as its source. */
const MATH_NOT_SET = 'math-not-set';
