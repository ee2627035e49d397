import type { Corrections, TopicTag } from '../schema.ts';
import type { Draft } from './to-paper.ts';

/** The drafts with what a person has fixed by hand; it has the last word. */
export function applyCorrections(drafts: readonly Draft[], corrections: Corrections): Draft[] {
  return drafts.map((draft) => {
    const topics = corrections[draft.record.id]?.topics;
    if (!topics) return draft;
    const kept = draft.record.topics.filter(({ id }) => !topics.remove?.[id] && !topics.add?.[id]);
    const added: TopicTag[] = Object.entries(topics.add ?? {}).map(([id, byHand]) => ({
      id,
      score: 1,
      evidence: draft.record.topics.find((tag) => tag.id === id)?.evidence ?? [],
      byHand,
    }));
    return { ...draft, record: { ...draft.record, topics: [...added, ...kept] } };
  });
}
