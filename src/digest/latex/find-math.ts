import type { Edit } from '../phrasing.ts';
import { acceptTex } from './accept-tex.ts';
import { COMMANDS } from './commands.ts';
import { evidenceOf, readHabits } from './evidence.ts';
import type { Range } from './find-kept.ts';
import { labelTokens, type Known, type Weights } from './label-tokens.ts';
import { rebuildTex } from './rebuild-tex.ts';
import { tokenize, type Token } from './tokenize.ts';
import { trimFormula } from './trim-formula.ts';
import learned from './weights.json' with { type: 'json' };

export const LEARNED_WEIGHTS: Weights = learned;

/** Tokens this close to a sign of mathematics are weighed; the rest is prose. */
const REACH = 10;
/** In tokens; a longer run is no formula of an abstract. */
const LONGEST_FORMULA = 400;

/**
 * Finds the formulas whose dollars and backslashes the page took, as edits. `kept` ranges are not
 * touched. A formula is proposed only where it would look different from the text as it stands,
 * and only if KaTeX sets it.
 */
export function findMath(
  source: string,
  kept: readonly Range[],
  weights = LEARNED_WEIGHTS,
): Edit[] {
  const tokens = tokenize(source, kept);
  const known = whatIsKnown(tokens);
  if (known.every((label) => label === false)) return [];
  const habits = readHabits(source, tokens);
  const scores = tokens.map((_, i) =>
    known[i] === false ? 0 : scoreOf(tokens, i, habits, weights),
  );
  const labels = labelTokens(tokens, scores, weights, known);
  return runsOf(labels).flatMap(([from, to]) => toEdits(tokens, from, to));
}

/** Prose for certain: kept ranges, and whatever no sign of mathematics is near. */
export function whatIsKnown(tokens: readonly Token[]): Known[] {
  const known: Known[] = Array.from({ length: tokens.length }, () => false);
  for (let i = 0; i < tokens.length; i++) {
    if (!isHint(tokens, i)) continue;
    for (let j = Math.max(0, i - REACH); j <= Math.min(tokens.length - 1, i + REACH); j++)
      known[j] = undefined;
  }
  return known.map((label, i) => label ?? fixedLabel(tokens[i]!));
}

/** The sure signs of broken mathematics, and words of English beside an operand. */
function isHint(tokens: readonly Token[], at: number): boolean {
  const { kind } = tokens[at]!;
  if (kind === 'english')
    return isOperand(tokens[at - 1]) || isOperand(tokens[at + 1]) || isName(tokens[at]!);
  return isSeen(tokens[at]!);
}

function isSeen({ kind }: Token): boolean {
  return kind === 'plain' || kind === 'english' || kind === 'script' || kind === 'command';
}

function isOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'letter') return !/^[aAI]$/.test(token.text);
  return token.kind === 'sign'
    ? !/^[.,;:?!'"’”“-]$/.test(token.text)
    : token.kind !== 'word' && token.kind !== 'english';
}

/** "alpha", "times": not one of the little words. */
function isName({ text }: Token): boolean {
  const kind = COMMANDS.get(text);
  return (
    kind === 'greek' ||
    kind === 'operator' ||
    kind === 'letterlike' ||
    kind === 'accent' ||
    (kind === 'arrow' && text !== 'to')
  );
}

function fixedLabel({ kind, text, glued }: Token): Known {
  if (kind === 'command' || (kind === 'plain' && glued === undefined)) return true;
  return kind === 'kept' || (kind === 'escape' && text !== '\\%') ? false : undefined;
}

function scoreOf(
  ...[tokens, at, habits, weights]: [...Parameters<typeof evidenceOf>, Weights]
): number {
  return evidenceOf(tokens, at, habits).reduce((sum, name) => sum + (weights[name] ?? 0), 0);
}

function runsOf(labels: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (let i = 0; i < labels.length; i++) {
    if (!labels[i]) continue;
    const from = i;
    while (labels[i + 1]) i++;
    runs.push([from, i + 1]);
  }
  return runs;
}

function toEdits(tokens: readonly Token[], from: number, to: number): Edit[] {
  const formula = trimFormula(tokens, from, to);
  if (formula.length > LONGEST_FORMULA || !formula.some(isSeen)) return [];
  const tex = rebuildTex(formula);
  if (tex === undefined || !acceptTex(tex)) return [];
  const { start } = formula[0]!;
  const { end } = formula.at(-1)!;
  return [{ start, end, nodes: [{ type: 'inlineMath', value: tex }], rule: 'math' }];
}
