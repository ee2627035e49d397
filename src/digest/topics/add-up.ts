import type { Evidence } from '../schema.ts';
import type { Said } from './find-said.ts';
import type { PhraseUse } from './tagger.ts';
import type { Weights } from './weights.ts';

/**
 * What each mention adds to the sum, in the order of the text. The strongest counts in full, each
 * further one less. What is said of others has a limit of its own; hints add no more than what the
 * paper says of itself.
 *
 * @param believed topics whose ambiguous words stand in the company of their other phrases
 */
export function addUp(
  words: readonly Said[],
  weights: Weights,
  believed: ReadonlySet<string>,
): Evidence[] {
  const weighed = words
    .map((said) => ({ said, full: weightOf(said, weights, believed) }))
    .sort((a, b) => b.full - a.full);
  const added = new Map<Said, number>();
  const direct = addClaims(weighed, weights, added);
  addHints(weighed, Math.min(weights.hints, direct), added);
  addObjections(weighed, weights, added);
  return words.map((said) => toEvidence(said, added.get(said)!));
}

/** The sum of what the evidence adds, never below 0. */
export function total(evidence: readonly Evidence[]): number {
  const sum = evidence.reduce((all, { weight }) => all + weight, 0);
  return Math.max(0, toHundredths(sum));
}

export function toEvidence({ field, text, start, end, use }: Said, weight: number): Evidence {
  return { field, text, start, end, rule: use.rule, weight: toHundredths(weight) };
}

function toHundredths(weight: number): number {
  return Math.round(weight * 100) / 100;
}

/** Whether a phrase alone can speak for its topic. */
export function isClaim({ list }: PhraseUse): boolean {
  return list === 'strong' || list === 'for' || list === 'ambiguous';
}

/** Returns what the paper says of itself, without what it says of others. */
function addClaims(
  weighed: readonly Weighed[],
  weights: Weights,
  added: Map<Said, number>,
): number {
  let share = 1;
  let direct = 0;
  let others = weights.others;
  const sentences = new Set<number>();
  for (const { said, full } of weighed) {
    if (!isClaim(said.use)) continue;
    const counts = full * share * (sentences.has(said.sentence) ? weights.breath : 1);
    const weight = isOfOthers(said) ? Math.min(others, counts) : counts;
    sentences.add(said.sentence);
    if (isOfOthers(said)) others -= weight;
    else direct += weight;
    added.set(said, weight);
    share *= weights.again;
  }
  return direct;
}

/** Each hint counts once. */
function addHints(weighed: readonly Weighed[], most: number, added: Map<Said, number>): void {
  const heard = new Set<string>();
  let left = most;
  for (const { said, full } of weighed) {
    if (said.use.list !== 'hint') continue;
    const weight = heard.has(said.use.rule) ? 0 : Math.min(full, left);
    heard.add(said.use.rule);
    left -= weight;
    added.set(said, weight);
  }
}

function addObjections(
  weighed: readonly Weighed[],
  weights: Weights,
  added: Map<Said, number>,
): void {
  const times = new Map<string, number>();
  for (const { said, full } of weighed.toReversed()) {
    if (said.use.list !== 'against') continue;
    const before = times.get(said.use.rule) ?? 0;
    times.set(said.use.rule, before + 1);
    added.set(said, full * weights.again ** before);
  }
}

/** Said of other papers, of the field, or in passing. */
function isOfOthers({ place, passing }: Said): boolean {
  return passing || place === 'background' || place === 'outlook';
}

function weightOf(
  { use, place, passing }: Said,
  weights: Weights,
  believed: ReadonlySet<string>,
): number {
  return (
    listWeight(use, weights, believed) *
    use.specific *
    weights.place[place] *
    (passing ? weights.place.passing : 1)
  );
}

function listWeight(
  { list, topic }: PhraseUse,
  { list: weights }: Weights,
  believed: ReadonlySet<string>,
): number {
  if (list === 'context' || list === 'ignore') return 0;
  return list === 'ambiguous' && !believed.has(topic) ? weights.lone : weights[list];
}

interface Weighed {
  said: Said;
  full: number;
}
