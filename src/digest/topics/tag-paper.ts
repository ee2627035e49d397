import type { Evidence, Paper, TopicTag } from '../schema.ts';
import type { Taxonomy } from './taxonomy.ts';

/** The taxonomy made ready for matching; make it once, use it for every paper. */
export interface Tagger {
  topics: { id: string; phrases: { rule: string; pattern: RegExp }[] }[];
}

export function createTagger(taxonomy: Taxonomy): Tagger {
  return {
    topics: taxonomy.topics.map(({ id, phrases }) => ({
      id,
      phrases: phrases.map((rule) => ({
        rule,
        pattern: new RegExp(`\\b${rule.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\w*`, 'gi'),
      })),
    })),
  };
}

/** The topics of a paper, best first, each with the phrases that decided. */
export function tagPaper(
  paper: Pick<Paper, 'titleText' | 'abstractText'>,
  tagger: Tagger,
): TopicTag[] {
  return tagger.topics.flatMap(({ id, phrases }) => {
    const evidence = phrases.flatMap(({ rule, pattern }) => [
      ...find('title', paper.titleText, rule, pattern),
      ...find('abstract', paper.abstractText, rule, pattern),
    ]);
    return evidence.length > 0 ? [{ id, score: 1, evidence }] : [];
  });
}

function find(field: Evidence['field'], text: string, rule: string, pattern: RegExp): Evidence[] {
  return [...text.matchAll(pattern)].map((match) => ({
    field,
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    rule,
    weight: 1,
  }));
}
