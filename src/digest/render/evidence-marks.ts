import type { Field, TopicTag } from '../schema.ts';
import type { Mark } from './to-html.ts';

/**
 * What to mark in the title or the abstract so that a page can show why a paper has its topics: the
 * evidence for the n-th topic has the class `e<n>`, from 1. Evidence against a topic is not marked.
 */
export function evidenceMarks(topics: readonly TopicTag[], field: Field): Mark[] {
  return topics.flatMap(({ evidence }, index) =>
    evidence
      .filter((item) => item.field === field && item.weight > 0 && item.end > item.start)
      .map(({ start, end }) => ({ start, end, className: `e${index + 1}` })),
  );
}
