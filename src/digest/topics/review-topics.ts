import type { Evidence } from '../schema.ts';
import { findSaid, type Said } from './find-said.ts';
import { weighTopics, type TaggedPaper } from './tag-paper.ts';
import { createTagger } from './tagger.ts';
import { describeUntagged, type UntaggedShelf } from './describe-topics.ts';
import { claimsOf, parentOf, type Taxonomy } from './taxonomy.ts';
import type { TopicVerdict } from './weigh-family.ts';

/** What a person should look at, each list most urgent first. */
export interface TopicReview {
  /** Topics that were nearly given, or given by a hair. */
  nearMisses: Doubt[];
  barelyGiven: Doubt[];
  /** Given, though something speaks against it, or in two senses at once, or in no known sense. */
  conflicts: (Doubt & { why: 'against' | 'two senses' | 'no sense' })[];
  untagged: UntaggedShelf;
  /** Phrases that stand in many papers which do not get the topic. */
  widePhrases: PhraseUsage[];
  /** Phrases that stand in no paper. */
  silentPhrases: { topic: string; phrase: string }[];
  /** Pairs of topics that are always given together. */
  inseparable: { topics: [string, string]; papers: number }[];
}

/** How a paper stands with a topic. */
export interface Doubt {
  paper: string;
  title: string;
  topic: string;
  sum: number;
  evidence: Evidence[];
}

interface PhraseUsage {
  topic: string;
  phrase: string;
  /** Papers that hold it, and those of them that get the topic. */
  papers: number;
  given: number;
}

// Half of what is needed is a coincidence; above this a person may see it otherwise.
const NEARLY = 0.7;
const BARELY = 1.2;

// A phrase of which fewer papers than this share get the topic says little about it.
const TELLING_SHARE = 1 / 3;
const SEEN_OFTEN = 3;

// Two topics that always go together are told after this many papers.
const TOGETHER_OFTEN = 3;

/** Goes through what the taxonomy makes of the papers; `papers` carry the tags of the digest. */
export function reviewTopics(papers: readonly TaggedPaper[], taxonomy: Taxonomy): TopicReview {
  const tagger = createTagger(taxonomy);
  const verdicts = papers.map((paper) => ({ paper, verdicts: weighTopics(paper, tagger) }));
  const doubts = verdicts.flatMap(({ paper, verdicts: all }) =>
    all.filter(({ id }) => !isByHand(paper, id)).map((verdict) => ({ paper, verdict, all })),
  );
  const usage = usageOfPhrases(papers, taxonomy);
  return {
    nearMisses: doubts
      .filter(({ verdict: { id, given, sum } }) => !given && !parentOf(id) && sum >= NEARLY)
      .map(toDoubt)
      .sort((a, b) => b.sum - a.sum),
    barelyGiven: doubts
      .filter(({ verdict: { id, given, sum } }) => given && !parentOf(id) && sum < BARELY)
      .map(toDoubt)
      .sort((a, b) => a.sum - b.sum),
    conflicts: doubts.flatMap(({ paper, verdict, all }) =>
      conflictsOf(paper, verdict, { all, taxonomy }),
    ),
    untagged: describeUntagged(papers),
    widePhrases: usage
      .filter(({ papers: n, given }) => n >= SEEN_OFTEN && given / n < TELLING_SHARE)
      .sort((a, b) => b.papers - b.given - (a.papers - a.given)),
    silentPhrases: usage
      .filter(({ papers: n }) => n === 0)
      .map(({ topic, phrase }) => ({ topic, phrase })),
    inseparable: inseparableTopics(papers, taxonomy),
  };
}

function isByHand(paper: TaggedPaper, topic: string): boolean {
  return paper.topics.some(({ id, byHand }) => id === topic && byHand !== undefined);
}

function toDoubt({ paper, verdict }: { paper: TaggedPaper; verdict: TopicVerdict }): Doubt {
  return {
    paper: paper.id,
    title: paper.titleText,
    topic: verdict.id,
    sum: Math.round(verdict.sum * 100) / 100,
    evidence: verdict.evidence.filter(({ weight }) => weight !== 0),
  };
}

function conflictsOf(
  paper: TaggedPaper,
  verdict: TopicVerdict,
  { all, taxonomy }: { all: readonly TopicVerdict[]; taxonomy: Taxonomy },
): TopicReview['conflicts'] {
  if (!verdict.given || parentOf(verdict.id)) return [];
  const doubt = toDoubt({ paper, verdict });
  const conflicts: TopicReview['conflicts'] = [];
  if (verdict.evidence.some(({ weight }) => weight < 0))
    conflicts.push(Object.assign({}, doubt, { why: 'against' as const }));
  if (!taxonomy.topics.some(({ id }) => parentOf(id) === verdict.id)) return conflicts;
  const senses = all.filter(({ id, given }) => given && parentOf(id) === verdict.id).length;
  if (senses === 0) conflicts.push(Object.assign({}, doubt, { why: 'no sense' as const }));
  if (senses > 1) conflicts.push(Object.assign({}, doubt, { why: 'two senses' as const }));
  return conflicts;
}

/** Every phrase that can claim a topic, with the papers that hold it. */
function usageOfPhrases(papers: readonly TaggedPaper[], taxonomy: Taxonomy): PhraseUsage[] {
  const tagger = createTagger(taxonomy);
  const usage = new Map<string, PhraseUsage>();
  for (const topic of taxonomy.topics) {
    for (const phrase of claimsOf(topic))
      usage.set(`${topic.id} ${phrase}`, { topic: topic.id, phrase, papers: 0, given: 0 });
  }
  for (const paper of papers) {
    const given = new Set(paper.topics.map(({ id }) => id));
    for (const key of keysOf([...findSaid(paper, tagger).values()].flat())) {
      const used = usage.get(key);
      if (!used) continue;
      used.papers += 1;
      if (given.has(used.topic)) used.given += 1;
    }
  }
  return [...usage.values()];
}

function keysOf(said: readonly Said[]): Set<string> {
  return new Set(said.map(({ use }) => `${use.topic} ${use.rule}`));
}

function inseparableTopics(
  papers: readonly TaggedPaper[],
  taxonomy: Taxonomy,
): TopicReview['inseparable'] {
  const holders = new Map(taxonomy.topics.map(({ id }) => [id, new Set<string>()]));
  for (const paper of papers) for (const { id } of paper.topics) holders.get(id)?.add(paper.id);
  const often = [...holders].filter(([, ids]) => ids.size >= TOGETHER_OFTEN);
  return often.flatMap(([a, first], index) =>
    often
      .slice(index + 1)
      .filter(([b, second]) => parentOf(b) !== a && parentOf(a) !== b && isSameSet(first, second))
      .map(([b]): TopicReview['inseparable'][number] => ({ topics: [a, b], papers: first.size })),
  );
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
