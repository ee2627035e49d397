import { firstLineOf, type PlaceOf } from '../content/places.ts';
import { diagnose, type Diagnostic } from '../diagnostics.ts';
import type { Corrections, TopicTag } from '../schema.ts';
import { findTopic, parentOf, type Taxonomy } from '../topics/taxonomy.ts';
import type { Applied } from './apply-metadata.ts';
import type { Draft } from './to-paper.ts';

type TopicCorrection = NonNullable<Corrections[string]['topics']>;

/**
 * The drafts with the topics that a person has added or removed, each with the reason. Reported:
 * topics that the taxonomy lacks, and corrections that the tagger has made needless. A child brings
 * its parent, and goes with it.
 */
export function correctTopics(
  drafts: readonly Draft[],
  corrections: Corrections,
  taxonomy: Taxonomy,
  placeOf: PlaceOf = firstLineOf('corrections.yaml'),
): Applied {
  const messages: Diagnostic[] = [];
  const corrected = drafts.map((draft) => {
    const { id, topics } = draft.record;
    const correction = Object.hasOwn(corrections, id) ? corrections[id]!.topics : undefined;
    if (!correction) return draft;
    const report = (
      rule: 'correction-not-needed' | 'correction-unknown-topic',
      ...path: string[]
    ) => messages.push(diagnose(rule, placeOf(id, 'topics', ...path), path.at(-1)!));
    return {
      ...draft,
      record: { ...draft.record, topics: correct(topics, correction, taxonomy, report) },
    };
  });
  return { drafts: corrected, messages };
}

function correct(
  tags: readonly TopicTag[],
  { add = {}, remove = {} }: TopicCorrection,
  taxonomy: Taxonomy,
  report: (rule: 'correction-not-needed' | 'correction-unknown-topic', ...path: string[]) => void,
): TopicTag[] {
  const removed = new Set<string>();
  for (const id of Object.keys(remove)) {
    const topic = findTopic(taxonomy, id)?.id;
    if (!topic) report('correction-unknown-topic', 'remove', id);
    else if (!tags.some((tag) => tag.id === topic)) report('correction-not-needed', 'remove', id);
    else removed.add(topic);
  }
  const added: TopicTag[] = [];
  for (const [id, byHand] of Object.entries(add)) {
    const topic = findTopic(taxonomy, id)?.id;
    const found = [...tags, ...added].some((tag) => tag.id === topic);
    if (!topic) report('correction-unknown-topic', 'add', id);
    else if (found) report('correction-not-needed', 'add', id);
    else added.push({ id: topic, score: 1, evidence: [], byHand });
  }
  const kept = tags.filter(({ id }) => !removed.has(id) && !removed.has(parentOf(id) ?? id));
  for (const { id, byHand } of added) {
    const parent = parentOf(id);
    const isMissing = parent && ![...added, ...kept].some((tag) => tag.id === parent);
    if (isMissing) added.push({ id: parent, score: 1, evidence: [], byHand: byHand! });
  }
  return [...added, ...kept];
}
