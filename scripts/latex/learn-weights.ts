import { damageLatex } from '../../src/digest/latex/damage-latex.ts';
import { evidenceOf } from '../../src/digest/latex/evidence.ts';
import { findKept } from '../../src/digest/latex/find-kept.ts';
import { readHabits } from '../../src/digest/latex/habits.ts';
import { stepEvidence, type Known } from '../../src/digest/latex/label-tokens.ts';
import { whatIsKnown } from '../../src/digest/latex/certain/what-is-known.ts';
import { tokenize, type Token } from '../../src/digest/latex/tokenize.ts';

/** Passes over the examples. */
const PASSES = 12;
/** Step of the descent; AdaGrad shortens it for evidence that is often seen. */
const STEP = 0.3;
/** Pull of every weight towards zero, per pass: evidence that is seldom seen stays weak. */
const DECAY = 0.03;
/** Evidence seen in fewer abstracts is an accident. */
const FEWEST_ABSTRACTS = 3;
const SMALLEST_WEIGHT = 0.05;
/** A label this sure teaches nothing more. */
const NEGLIGIBLE = 1e-4;

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
  const habits = readHabits(text, tokens);
  const known = whatIsKnown(tokens, habits);
  if (known.every((label) => label === false)) return undefined;
  const evidence = tokens.map((_, i) =>
    known[i] === undefined ? evidenceOf(tokens, i, habits) : [],
  );
  const truth = known.map((label): Known => label ?? false);
  for (const formula of formulas) markFormula(tokens, truth, known, formula);
  return { tokens, evidence, known, truth };
}

/**
 * Weights of a conditional random field: those under which the true labels of all abstracts are the
 * most likely, less a pull towards zero. Labels that are not known are summed over. Deterministic.
 */
export function learnWeights(examples: readonly Example[]): Record<string, number> {
  const names = frequentEvidence(examples);
  const places = new Map(names.map((name, place) => [name, place]));
  const coded = examples.map((example) => encode(example, places));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1);
  const gradient = new Float64Array(names.length);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const example of coded) {
      for (const place of addGradient(example, weights, gradient)) {
        const change = gradient[place]!;
        gradient[place] = 0;
        squares[place]! += change * change;
        weights[place]! += (STEP * change) / Math.sqrt(squares[place]!);
      }
    }
    for (let i = 0; i < weights.length; i++) {
      weights[i]! *= 1 - Math.min(0.5, (DECAY * STEP) / Math.sqrt(squares[i]!));
    }
  }
  return toRecord(names, weights);
}

function toRecord(names: readonly string[], weights: Float64Array): Record<string, number> {
  const entries = names
    .map((name, i): [string, number] => [name, Math.round(weights[i]! * 100) / 100])
    .filter(([, weight]) => Math.abs(weight) >= SMALLEST_WEIGHT)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

interface Coded {
  evidence: Int32Array[];
  /** For each token the places of its four steps: prose→prose, prose→math, math→prose, math→math. */
  steps: Int32Array[];
  known: readonly Known[];
  truth: readonly Known[];
}

function encode(
  { tokens, evidence, known, truth }: Example,
  places: ReadonlyMap<string, number>,
): Coded {
  return {
    evidence: evidence.map((names) =>
      Int32Array.from(names.map((name) => places.get(name) ?? -1).filter((place) => place >= 0)),
    ),
    steps: tokens.map((token) =>
      Int32Array.from(
        [0, 1, 2, 3].map((step) => places.get(stepEvidence(step > 1, step % 2 === 1, token))!),
      ),
    ),
    known,
    truth,
  };
}

/** Adds what the truth expects of each weight, less what the model expects; returns the places. */
function addGradient(example: Coded, weights: Float64Array, gradient: Float64Array): Set<number> {
  const right = expectations(example, weights, example.truth);
  const now = expectations(example, weights, example.known);
  const places = new Set<number>();
  for (const [i, names] of example.evidence.entries()) {
    const change = right.inside[i]! - now.inside[i]!;
    for (let step = 0; step < 4; step++) {
      const place = example.steps[i]![step]!;
      gradient[place]! += right.steps[i * 4 + step]! - now.steps[i * 4 + step]!;
      places.add(place);
    }
    if (Math.abs(change) < NEGLIGIBLE) continue;
    for (const place of names) {
      gradient[place]! += change;
      places.add(place);
    }
  }
  return places;
}

/** An example under the weights of now; the labels are prose (0) and math (1). */
interface Lattice {
  size: number;
  /** How much speaks for a label of a token; `-Infinity` where it cannot have it. */
  label: (i: number, label: number) => number;
  /** How much speaks for a step onto a token. */
  step: (i: number, from: number, to: number) => number;
}

/** Forward and backward over the two labels: how likely each label and each step is. */
function expectations(
  { evidence, steps }: Coded,
  weights: Float64Array,
  labels: readonly Known[],
): { inside: Float64Array; steps: Float64Array } {
  const scores = evidence.map((names) => sumOf(names, weights));
  const lattice: Lattice = {
    size: evidence.length,
    label: (i, label) => {
      if (labels[i] !== undefined && labels[i] !== (label === 1)) return -Infinity;
      return label === 1 ? scores[i]! : 0;
    },
    step: (i, from, to) => weights[steps[i]![from * 2 + to]!]!,
  };
  return likelihoods(lattice, forwardSums(lattice), backwardSums(lattice));
}

/** Of each token and label, the sum over all ways to it, in logarithms. */
function forwardSums({ size, label, step }: Lattice): Float64Array {
  const sums = new Float64Array(size * 2);
  for (let i = 0; i < size; i++) {
    for (const to of [0, 1]) {
      const before =
        i === 0
          ? step(0, 0, to)
          : sumLogs(sums[i * 2 - 2]! + step(i, 0, to), sums[i * 2 - 1]! + step(i, 1, to));
      sums[i * 2 + to] = before + label(i, to);
    }
  }
  return sums;
}

/** The same of all ways from it to the end. */
function backwardSums({ size, label, step }: Lattice): Float64Array {
  const sums = new Float64Array(size * 2);
  for (let i = size - 2; i >= 0; i--) {
    for (const from of [0, 1]) {
      sums[i * 2 + from] = sumLogs(
        step(i + 1, from, 0) + label(i + 1, 0) + sums[i * 2 + 2]!,
        step(i + 1, from, 1) + label(i + 1, 1) + sums[i * 2 + 3]!,
      );
    }
  }
  return sums;
}

function likelihoods(
  { size, label, step }: Lattice,
  forward: Float64Array,
  backward: Float64Array,
): { inside: Float64Array; steps: Float64Array } {
  const total = sumLogs(forward[size * 2 - 2]!, forward[size * 2 - 1]!);
  const inside = new Float64Array(size);
  const taken = new Float64Array(size * 4);
  for (let i = 0; i < size; i++) {
    inside[i] = Math.exp(forward[i * 2 + 1]! + backward[i * 2 + 1]! - total);
    for (const to of [0, 1]) {
      const after = label(i, to) + backward[i * 2 + to]! - total;
      for (const from of i === 0 ? [0] : [0, 1]) {
        const before = i === 0 ? 0 : forward[i * 2 - 2 + from]!;
        taken[i * 4 + from * 2 + to] = Math.exp(before + step(i, from, to) + after);
      }
    }
  }
  return { inside, steps: taken };
}

function sumOf(places: Int32Array, weights: Float64Array): number {
  let sum = 0;
  for (const place of places) sum += weights[place]!;
  return sum;
}

function sumLogs(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a];
  return low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}

function frequentEvidence(examples: readonly Example[]): string[] {
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
  return [...new Set([...names, ...steps])];
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
