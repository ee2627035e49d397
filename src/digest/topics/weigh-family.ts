import type { Evidence } from '../schema.ts';
import { addUp, isClaim, toEvidence, total } from './add-up.ts';
import type { Said } from './find-said.ts';
import type { Family, PhraseUse } from './tagger.ts';
import { ENOUGH, type Weights } from './weights.ts';
import { withoutOverlaps } from './without-overlaps.ts';

/** How a topic stands with a paper, given or not. */
export interface TopicVerdict {
  id: string;
  /** The sum of what was found; the topic is given at 1. */
  sum: number;
  given: boolean;
  evidence: Evidence[];
}

// A second sense is named beside the first when it is said nearly as loud.
const SECOND_SENSE = 0.75;

// Less is a guess: the paper then stands under the parent alone.
const LEAST_CLAIM = 0.2;

// What a context adds to the claim of a sense on an ambiguous word.
const CONTEXT_CLAIM = 0.25;

/**
 * The verdicts over a topic and its children; none when nothing speaks for any of them. `said` is
 * what the paper says about the family, in the order of the text.
 */
export function weighFamily(
  family: Family,
  said: readonly Said[],
  weights: Weights,
): TopicVerdict[] {
  const contexts = said.filter(({ use }) => use.list === 'context' || use.list === 'hint');
  const words = withoutOverlaps(said).filter(
    ({ use }) => use.list !== 'context' && use.list !== 'ignore',
  );
  if (!words.some(({ use }) => isClaim(use))) return [];
  const believed = inCompany(family, words, contexts);
  const evidence = addUp(words, weights, believed);
  const sum = total(evidence);
  const root: TopicVerdict = { id: family.id, sum, given: sum >= ENOUGH, evidence };
  return [root, ...decideSenses(family, root, { words, contexts, weights, believed })];
}

/**
 * The topics whose ambiguous words stand in the company of their other phrases; the parent keeps
 * company with its children.
 */
function inCompany(
  family: Family,
  words: readonly Said[],
  contexts: readonly Said[],
): ReadonlySet<string> {
  const company = [...contexts, ...words.filter(({ use }) => isClear(use))];
  return new Set(company.flatMap(({ use }) => [use.topic, family.id]));
}

function isClear({ list }: PhraseUse): boolean {
  return list === 'strong' || list === 'for';
}

/**
 * Which children an ambiguous word of the parent means: the one for which most is said, by phrases
 * of its own and by the company of the word.
 */
function decideSenses(family: Family, root: TopicVerdict, said: SaidOfFamily): TopicVerdict[] {
  const shared = said.words.filter(
    ({ use }) => use.topic === family.id && use.list === 'ambiguous',
  );
  const claims = family.children.map((id) => claimOf(id, shared, said));
  const loudest = Math.max(0, ...claims.map(({ claim }) => claim));
  return claims
    .filter(({ claim }) => claim > 0)
    .map(({ id, claim, evidence }) => ({
      id,
      sum: total(evidence),
      given: root.given && claim >= Math.max(LEAST_CLAIM, SECOND_SENSE * loudest),
      evidence,
    }));
}

/** What is said for a child alone, and its evidence with the shared words that it would take. */
function claimOf(
  id: string,
  shared: readonly Said[],
  { words, contexts, weights, believed }: SaidOfFamily,
): { id: string; claim: number; evidence: Evidence[] } {
  const own = words.filter(({ use }) => use.topic === id && use.list !== 'hint');
  const company = firstOfEachRule(contexts.filter(({ use }) => use.topic === id));
  const contextual = company.map((said) =>
    toEvidence(said, CONTEXT_CLAIM * said.use.specific * weights.place[said.place]),
  );
  const claim = total(addUp(own, weights, believed)) + (shared.length > 0 ? total(contextual) : 0);
  const taken = words.filter((said) => own.includes(said) || shared.includes(said));
  return { id, claim, evidence: [...addUp(taken, weights, believed), ...contextual] };
}

function firstOfEachRule(said: readonly Said[]): Said[] {
  const seen = new Set<string>();
  return said.filter(({ use }) => !seen.has(use.rule) && seen.add(use.rule));
}

interface SaidOfFamily {
  /** Phrases that add to the sum or take from it. */
  words: readonly Said[];
  /** Phrases that tell the sense. */
  contexts: readonly Said[];
  weights: Weights;
  /** Topics whose ambiguous words are believed. */
  believed: ReadonlySet<string>;
}
