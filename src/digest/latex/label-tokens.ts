import type { Token } from './tokenize.ts';

/** Weight of a name of evidence for "in a formula"; absent is 0. */
export type Weights = ReadonlyMap<string, number>;

/** Of a place, how the best way to it came. */
const OUT_FROM_INSIDE = 1;
const IN_FROM_INSIDE = 2;

/** What is known about a token before the weights speak. */
export type Known = boolean | undefined;

const STAY_OUT = 'prose→prose';
const ENTER = 'prose→math';
const LEAVE = 'math→prose';
const STAY_IN = 'math→math';

/** Name of the evidence that a pair of neighbours gives: the step, and what lies between. */
export function stepEvidence(
  from: boolean,
  to: boolean,
  { spaced }: Pick<Token, 'spaced'>,
): string {
  const step = from ? (to ? STAY_IN : LEAVE) : to ? ENTER : STAY_OUT;
  return `${step}${spaced ? ' apart' : ''}`;
}

/**
 * The best labels, in a formula or not, over all tokens together: a token's own weight plus the
 * weight of each step between neighbours (Viterbi's algorithm, two states). `known` fixes labels.
 */
export function labelTokens(
  tokens: readonly Token[],
  scores: readonly number[],
  weights: Weights,
  known: readonly Known[],
): boolean[] {
  const [apart, together] = [stepWeights(true, weights), stepWeights(false, weights)];
  const cameFrom = new Uint8Array(tokens.length);
  let out = 0;
  let inside = -Infinity;
  for (let i = 0; i < tokens.length; i++) {
    const step = tokens[i]!.spaced ? apart : together;
    const outOut = out + step.stayOut;
    const inOut = inside + step.leave;
    const outIn = out + step.enter;
    const inIn = inside + step.stayIn;
    cameFrom[i] = (inOut > outOut ? OUT_FROM_INSIDE : 0) | (inIn > outIn ? IN_FROM_INSIDE : 0);
    out = known[i] === true ? -Infinity : Math.max(outOut, inOut);
    inside = known[i] === false ? -Infinity : Math.max(outIn, inIn) + scores[i]!;
  }
  const labels = Array.from<boolean>({ length: tokens.length });
  let label = inside > out;
  for (let i = tokens.length - 1; i >= 0; i--) {
    labels[i] = label;
    label = (cameFrom[i]! & (label ? IN_FROM_INSIDE : OUT_FROM_INSIDE)) !== 0;
  }
  return labels;
}

function stepWeights(
  spaced: boolean,
  weights: Weights,
): Record<'stayOut' | 'enter' | 'leave' | 'stayIn', number> {
  const weightOf = (from: boolean, to: boolean): number =>
    weights.get(stepEvidence(from, to, { spaced })) ?? 0;
  return {
    stayOut: weightOf(false, false),
    enter: weightOf(false, true),
    leave: weightOf(true, false),
    stayIn: weightOf(true, true),
  };
}
