import { COMMANDS } from './commands.ts';
import type { Token } from './tokenize.ts';

/** Places in a run of formula tokens, first and one after the last. */
type Run = readonly [from: number, to: number];

/**
 * Cuts a run of formula tokens where prose shows through: a small word between two formulas, a
 * typed arrow, a bracket without its partner. "^{1}H and ^{13}C" → two formulas and "and" between.
 */
export function splitFormula(tokens: readonly Token[], from: number, to: number): Run[] {
  const runs: Run[] = [];
  const alone = loneBrackets(tokens, from, to);
  let start = from;
  let depth = 0;
  for (let i = from; i < to; i++) {
    if (tokens[i]!.text === '{') depth++;
    if (tokens[i]!.text === '}') depth--;
    const isArrow = depth === 0 && isTypedArrow(tokens, i);
    const isProse = depth === 0 && (isWordOfProse(tokens, i) || isFullStop(tokens, i));
    if (!alone.has(i) && !isArrow && !isProse) continue;
    if (i > start) runs.push([start, i]);
    start = i + (isArrow ? 2 : 1);
  }
  if (to > start) runs.push([start, to]);
  return runs;
}

/** "and", "incurs", "Barriers": by itself, not an operand after a relation ("T ll hwd"). */
function isWordOfProse(tokens: readonly Token[], at: number): boolean {
  const { kind, text, spaced } = tokens[at]!;
  if (kind !== 'word' || !spaced || !PROSE_WORD.test(text)) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const isScript = tokens[at - 2]?.kind === 'script' && before?.spaced === false;
  if (before === undefined || (isRelation(before) && !isScript)) return false;
  return after === undefined || after.spaced;
}

/** "and", "Barriers", "NMR" */
const PROSE_WORD = /^(?:[a-z]{2,}|[A-Z][a-z]{2,}|[A-Z]{2,})$/;

function isFullStop(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.text === '.' && tokens[at + 1]?.spaced === true;
}

function isRelation({ kind, text }: Token): boolean {
  const type = COMMANDS.get(text);
  return (
    type === 'relation' ||
    type === 'operator' ||
    type === 'arrow' ||
    (kind === 'sign' && /^[=<>+*/|-]$/.test(text))
  );
}

/** "->", "=>" */
function isTypedArrow(tokens: readonly Token[], at: number): boolean {
  const [sign, next] = [tokens[at]!, tokens[at + 1]];
  return /^[-=]$/.test(sign.text) && next?.text === '>' && !next.spaced;
}

/** Intervals may be half open: `[0, 1)`. */
const PARTNERS: Readonly<Record<string, RegExp>> = { ')': /[([]/, ']': /[([]/, '}': /\{/ };

function loneBrackets(tokens: readonly Token[], from: number, to: number): Set<number> {
  const open: number[] = [];
  const alone = new Set<number>();
  for (let i = from; i < to; i++) {
    const { kind, text } = tokens[i]!;
    if (kind !== 'sign') continue;
    if (/^[{([]$/.test(text)) open.push(i);
    const opener = PARTNERS[text];
    if (opener === undefined) continue;
    if (open.length > 0 && opener.test(tokens[open.at(-1)!]!.text)) open.pop();
    else alone.add(i);
  }
  for (const i of open) alone.add(i);
  return alone;
}
