import type { Edit } from '../phrasing.ts';
import { acceptTex } from './accept-tex.ts';
import { completeFormulas } from './complete-formulas.ts';
import { evidenceOf } from './evidence.ts';
import { readHabits } from './habits.ts';
import type { Range } from './range.ts';
import { labelTokens, type Weights } from './label-tokens.ts';
import { rebuildTex } from './rebuild-tex.ts';
import { scriptsOfName } from './script-names.ts';
import { splitFormula } from './split-formula.ts';
import { tokenize, type Token } from './tokenize.ts';
import { trimFormula } from './trim-formula.ts';
import { isSeen, whatIsKnown } from './certain/what-is-known.ts';
import learned from './weights.json' with { type: 'json' };

export const LEARNED_WEIGHTS: Weights = new Map(Object.entries(learned));

/** "x_1", "\alpha": set as a formula it does not look as the text does */
const LOOKS_OTHER = /[\\_^]/;
/** "|_+" has none, and is a face, a pattern or a line of keys */
const SAYS_SOMETHING = /[\p{L}\p{N}\\]/u;
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
  if (!tokens.some(isSeen)) return [];
  const habits = readHabits(source, tokens);
  const known = whatIsKnown(tokens, habits);
  if (known.every((label) => label === false)) return [];
  const scores = tokens.map((_, i) =>
    known[i] === false ? 0 : scoreOf(tokens, i, habits, weights),
  );
  const labels = labelTokens(tokens, scores, weights, known);
  if (!labels.includes(true)) return [];
  completeFormulas(tokens, labels, known);
  return runsOf(labels).flatMap(([from, to]) => toEdits(tokens, from, to));
}

function scoreOf(
  ...[tokens, at, habits, weights]: [...Parameters<typeof evidenceOf>, Weights]
): number {
  let sum = 0;
  for (const name of evidenceOf(tokens, at, habits)) sum += weights.get(name) ?? 0;
  return sum;
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
  return splitFormula(tokens, from, to).flatMap(([start, end]) => {
    const formula = trimFormula(tokens, start, end);
    if (formula.length > LONGEST_FORMULA || !formula.some(isSeen)) return [];
    const next = tokens[tokens.indexOf(formula.at(-1)!, start) + 1];
    return (scriptsOfName(formula, next) ?? [formula]).flatMap(toEdit);
  });
}

function toEdit(formula: readonly Token[]): Edit[] {
  const tex = rebuildTex(formula);
  if (tex === undefined || !LOOKS_OTHER.test(tex) || !acceptTex(tex)) return [];
  // "CD8^+": the sign alone stands on the word before it.
  if (!SAYS_SOMETHING.test(tex) && formula[0]!.kind !== 'script') return [];
  const { start } = formula[0]!;
  const { end } = formula.at(-1)!;
  return [{ start, end, nodes: [{ type: 'inlineMath', value: tex }], rule: 'math' }];
}
