import { damageLatex } from '../../src/digest/latex/damage-latex.ts';
import { evidenceOf, readHabits } from '../../src/digest/latex/evidence.ts';
import { findKept } from '../../src/digest/latex/find-kept.ts';
import { whatIsKnown } from '../../src/digest/latex/find-math.ts';
import {
  labelTokens,
  stepEvidence,
  type Known,
  type Weights,
} from '../../src/digest/latex/label-tokens.ts';
import { tokenize, type Token } from '../../src/digest/latex/tokenize.ts';

/** Passes over the examples; the weights are the average over all of them. */
const PASSES = 12;
/** How much better than a rival the truth must be: prose damaged costs more than a formula missed. */
const MARGIN_PROSE = 4;
const MARGIN_MATH = 1;
/** Evidence seen in fewer abstracts is an accident. */
const FEWEST_ABSTRACTS = 2;
const SMALLEST_WEIGHT = 0.02;

/** An abstract as the learner sees it: its evidence, and the true label where one is known. */
export interface Example {
  tokens: Token[];
  evidence: string[][];
  /** By position and text alone: what the finder knows before it weighs. */
  known: Known[];
  /** The truth; undefined where both readings look the same (`$K$`). */
  truth: Known[];
}

/** Reads one original abstract into an example; undefined where its dollars do not pair. */
export function toExample(raw: string): Example | undefined {
  const { text, formulas } = damageLatex(raw);
  if (text.includes('$')) return undefined;
  const tokens = tokenize(text, findKept(text));
  const known = whatIsKnown(tokens);
  if (known.every((label) => label === false)) return undefined;
  const habits = readHabits(text, tokens);
  const evidence = tokens.map((_, i) =>
    known[i] === undefined ? evidenceOf(tokens, i, habits) : [],
  );
  const truth = known.map((label): Known => label ?? false);
  for (const formula of formulas) markFormula(tokens, truth, known, formula);
  return { tokens, evidence, known, truth };
}

/**
 * Weights by an averaged perceptron over whole abstracts: where the best labelling (with a margin
 * against it) differs from the truth, the evidence of the truth gains and that of the rival loses.
 */
export function learnWeights(examples: readonly Example[]): Record<string, number> {
  const frequent = frequentEvidence(examples);
  const weights: Record<string, number> = Object.create(null);
  const sums: Record<string, number> = Object.create(null);
  let clock = 1;
  const add = (name: string, change: number): void => {
    if (!frequent.has(name)) return;
    weights[name] = (weights[name] ?? 0) + change;
    sums[name] = (sums[name] ?? 0) + change * clock;
  };
  for (let pass = 0; pass < PASSES; pass++) {
    for (const example of examples) {
      learnFrom(example, weights, add);
      clock++;
    }
  }
  const averaged = Object.entries(weights)
    .map(([name, weight]): [string, number] => [name, weight - sums[name]! / clock])
    .filter(([, weight]) => Math.abs(weight) >= SMALLEST_WEIGHT)
    .map(([name, weight]): [string, number] => [name, Math.round(weight * 100) / 100])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(averaged);
}

function learnFrom(
  { tokens, evidence, known, truth }: Example,
  weights: Weights,
  add: (name: string, change: number) => void,
): void {
  const scores = evidence.map((names) =>
    names.reduce((sum, name) => sum + (weights[name] ?? 0), 0),
  );
  const harder = scores.map((score, i) => score + marginOf(truth[i]));
  const rival = labelTokens(tokens, harder, weights, known);
  if (rival.every((label, i) => truth[i] === undefined || truth[i] === label)) return;
  const right = labelTokens(tokens, scores, weights, truth);
  for (const [i, token] of tokens.entries()) {
    if (right[i] !== rival[i]) {
      for (const name of evidence[i]!) add(name, right[i] ? 1 : -1);
    }
    const before = i > 0 ? right[i - 1]! : false;
    const rivalBefore = i > 0 ? rival[i - 1]! : false;
    if (before === rivalBefore && right[i] === rival[i]) continue;
    add(stepEvidence(before, right[i]!, token), 1);
    add(stepEvidence(rivalBefore, rival[i]!, token), -1);
  }
}

function marginOf(truth: Known): number {
  if (truth === undefined) return 0;
  return truth ? -MARGIN_MATH : MARGIN_PROSE;
}

function frequentEvidence(examples: readonly Example[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { evidence } of examples) {
    for (const name of new Set(evidence.flat())) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].filter(([, count]) => count >= FEWEST_ABSTRACTS).map(([name]) => name);
  const steps = [false, true].flatMap((from) =>
    [false, true].flatMap((to) =>
      [false, true].map((spaced) => stepEvidence(from, to, { spaced } as Token)),
    ),
  );
  return new Set([...names, ...steps]);
}

/** "\times", "x_1", "^2" */
const SEEN_DAMAGE = /\\[A-Za-z]|[_^]/;
/** "really", "crucial" */
const PROSE_WORD = /(?<!\\)\b[A-Za-z]{3,}/g;

function markFormula(
  tokens: readonly Token[],
  truth: Known[],
  known: readonly Known[],
  { start, end, tex }: { start: number; end: number; tex: string },
): void {
  const certain = SEEN_DAMAGE.test(tex) && (tex.match(PROSE_WORD) ?? []).length <= 6;
  for (const [i, token] of tokens.entries()) {
    if (known[i] !== undefined) continue;
    const inside = token.start >= start && token.end <= end;
    const beside = token.end === start || token.start === end;
    const partly = token.start < end && token.end > start && !inside;
    if (inside) truth[i] = certain ? true : undefined;
    else if (partly || (beside && isOperand(token) && truth[i] === false)) truth[i] = undefined;
  }
}

function isOperand({ kind }: Token): boolean {
  return kind === 'letter' || kind === 'number';
}
