import type { Token } from './tokenize.ts';

/** Intervals may be half open: `[0, 1)`. */
const CLOSERS: Readonly<Record<string, RegExp>> = { ')': /[([]/, ']': /[([]/, '}': /\{/ };
/** Sentence marks and hyphens at the end of a formula belong to the prose. */
const LOOSE_END = /^[.,;:!?\-–—/"”’]$/;
/** The same before it, and what opens a quotation. */
const LOOSE_START = /^[.,;:!?/"“‘–—]$/;

/**
 * The formula among `tokens[from…to)` without what the prose around it owns: sentence marks at its
 * ends, brackets whose partner is outside.
 */
export function trimFormula(tokens: readonly Token[], from: number, to: number): Token[] {
  const alone = unmatched(tokens, from, to);
  let start = from;
  let end = to;
  while (start < end && (isLooseEnd(tokens, end - 1) || alone.has(end - 1))) end--;
  while (start < end && (isLoose(tokens[start]!, LOOSE_START) || alone.has(start))) start++;
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

/** Places of the brackets in `tokens[start…end)` that have no partner there. */
function unmatched(tokens: readonly Token[], start: number, end: number): Set<number> {
  const open: number[] = [];
  const alone = new Set<number>();
  for (let i = start; i < end; i++) {
    const { kind, text } = tokens[i]!;
    if (kind !== 'sign') continue;
    if (/^[{([]$/.test(text)) open.push(i);
    const opener = CLOSERS[text];
    if (opener === undefined) continue;
    if (open.length > 0 && opener.test(tokens[open.at(-1)!]!.text)) open.pop();
    else alone.add(i);
  }
  for (const i of open) alone.add(i);
  return alone;
}
