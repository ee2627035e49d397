import type { Evidence } from '../schema.ts';
import type { Mention } from './find-mentions.ts';
import type { Family, PhraseUse } from './tagger.ts';
import type { PhraseList } from './taxonomy.ts';
import { ENOUGH, type Weights } from './weights.ts';

/** How a topic stands with a paper, given or not. */
export interface TopicVerdict {
  id: string;
  /** The sum of what was found; the topic is given at 1. */
  sum: number;
  given: boolean;
  evidence: Evidence[];
}

/** A mention with what it says about one topic. */
export interface Said extends Omit<Mention, 'uses'> {
  use: PhraseUse;
}

// A second sense is named beside the first when it is said nearly as loud.
const SECOND_SENSE = 0.75;

/** Which list counts where two phrases cross. */
const RANK: readonly PhraseList[] = [
  'ignore',
  'strong',
  'against',
  'for',
  'ambiguous',
  'hint',
  'context',
];

// An acronym stands this far behind its words: "graph neural network (GNN)".
const INTRODUCES = 2;

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

function isClaim({ list }: PhraseUse): boolean {
  return list === 'strong' || list === 'for' || list === 'ambiguous';
}

/**
 * Of two mentions one inside the other the longer stays, of two that cross the one of the stronger
 * list; of one that introduces its acronym, the words.
 */
function withoutOverlaps(said: readonly Said[]): Said[] {
  const kept: Said[] = [];
  for (const mention of said) {
    const last = kept.at(-1);
    if (!last || last.field !== mention.field || mention.start > last.end + INTRODUCES) {
      kept.push(mention);
    } else if (mention.start >= last.end) {
      const acronym = mention.start === last.end + INTRODUCES;
      if (!acronym || last.use.topic !== mention.use.topic) kept.push(mention);
    } else if (isSameSpan(last, mention)) {
      if (last.use.topic !== mention.use.topic) kept.push(mention);
    } else if (prevails(mention, last)) {
      while (overlaps(kept.at(-1), mention)) kept.pop();
      kept.push(mention);
    }
  }
  return kept;
}

function isSameSpan(a: Said, b: Said): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether `mention`, which begins no earlier than `last` and overlaps it, takes its place. */
function prevails(mention: Said, last: Said): boolean {
  if (mention.start === last.start) return mention.end > last.end;
  if (mention.end <= last.end) return false;
  return RANK.indexOf(mention.use.list) < RANK.indexOf(last.use.list);
}

function overlaps(last: Said | undefined, mention: Said): boolean {
  return last !== undefined && last.field === mention.field && last.end > mention.start;
}

/** Evidence in the order of the text, each with what it adds to the sum. */
function addUp(
  words: readonly Said[],
  weights: Weights,
  believed: ReadonlySet<string>,
): Evidence[] {
  const budget = { hints: weights.hints, others: weights.others };
  const added = new Map<Said, number>();
  const times = new Map<string, number>();
  let share = 1;
  const weighed = words.map((said) => ({ said, full: weightOf(said, weights, believed) }));
  for (const { said, full } of weighed.toSorted((a, b) => b.full - a.full)) {
    const key = `${said.use.topic} ${said.use.rule}`;
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    if (said.use.list === 'against') added.set(said, full * weights.again ** before);
    else if (said.use.list === 'hint') added.set(said, before > 0 ? 0 : spend('hints', full));
    else {
      added.set(said, isOfOthers(said) ? spend('others', full * share) : full * share);
      share *= weights.again;
    }
  }
  return words.map((said) => toEvidence(said, added.get(said)!));

  function spend(of: keyof typeof budget, weight: number): number {
    const spent = Math.min(weight, budget[of]);
    budget[of] -= spent;
    return spent;
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

function toEvidence({ field, text, start, end, use }: Said, weight: number): Evidence {
  return { field, text, start, end, rule: use.rule, weight: Math.round(weight * 100) / 100 };
}

function total(evidence: readonly Evidence[]): number {
  return Math.max(
    0,
    evidence.reduce((sum, { weight }) => sum + weight, 0),
  );
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
