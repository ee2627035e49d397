import type { Token } from './tokenize.ts';

/** Sentence marks and hyphens at the end of a formula belong to the prose. */
const LOOSE_END = /^[.,;:!?\-–—/"”’]$/;
/** The same before it, and what opens a quotation. */
const LOOSE_START = /^[.,;:?/"“‘–—]$/;

/** The formula among `tokens[from…to)` without the sentence marks at its ends. */
export function trimFormula(tokens: readonly Token[], from: number, to: number): Token[] {
  let [start, end] = [from, to];
  while (start < end && isLooseEnd(tokens, end - 1)) end--;
  while (start < end && isLoose(tokens[start]!, LOOSE_START)) start++;
  return tokens.slice(start, end);
}

/** The minus of `y^-` belongs to the formula. */
function isLooseEnd(tokens: readonly Token[], at: number): boolean {
  const isScript = tokens[at - 1]?.kind === 'script' && !tokens[at]!.spaced;
  return isLoose(tokens[at]!, LOOSE_END) && !isScript;
}

function isLoose({ kind, text }: Token, sign: RegExp): boolean {
  return kind === 'sign' && sign.test(text);
}
