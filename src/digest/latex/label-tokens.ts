import type { Token } from './tokenize.ts';

/** Weight of a name of evidence for "in a formula"; absent is 0. */
export type Weights = Readonly<Record<string, number>>;

/** What is known about a token before the weights speak. */
export type Known = boolean | undefined;

const STAY_OUT = 'prose→prose';
const ENTER = 'prose→math';
const LEAVE = 'math→prose';
const STAY_IN = 'math→math';

/** Name of the evidence that a pair of neighbours gives: the step, and what lies between. */
export function stepEvidence(from: boolean, to: boolean, token: Token): string {
  const step = from ? (to ? STAY_IN : LEAVE) : to ? ENTER : STAY_OUT;
  return `${step}${token.spaced ? ' apart' : ''}`;
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
  const cameFrom: [boolean, boolean][] = [];
  let out = 0;
  let inside = -Infinity;
  for (const [i, token] of tokens.entries()) {
    const step = (from: boolean, to: boolean): number =>
      weights[stepEvidence(from, to, token)] ?? 0;
    const outOut = out + step(false, false);
    const inOut = inside + step(true, false);
    const outIn = out + step(false, true);
    const inIn = inside + step(true, true);
    cameFrom.push([inOut > outOut, inIn > outIn]);
    out = known[i] === true ? -Infinity : Math.max(outOut, inOut);
    inside = known[i] === false ? -Infinity : Math.max(outIn, inIn) + scores[i]!;
  }
  const labels = Array.from<boolean>({ length: tokens.length });
  let label = inside > out;
  for (let i = tokens.length - 1; i >= 0; i--) {
    labels[i] = label;
    label = cameFrom[i]![label ? 1 : 0];
  }
  return labels;
}
