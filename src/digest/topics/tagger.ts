import { hashText } from '../paper/hash-text.ts';
import { createPhraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';
import { specificity } from './specificity.ts';
import { parentOf, PHRASE_LISTS, type PhraseList, type Taxonomy } from './taxonomy.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/** The taxonomy made ready for matching; make it once, use it for every paper. */
export interface Tagger {
  /** Of the taxonomy and the weights: another one tags otherwise. */
  id: string;
  families: readonly Family[];
  matcher: PhraseMatcher<PhraseUse>;
  weights: Weights;
}

/** A topic with its children, among which the sense of a shared word is decided. */
export interface Family {
  id: string;
  children: readonly string[];
}

/** What a phrase says, and about which topic. */
export interface PhraseUse {
  topic: string;
  family: string;
  list: PhraseList;
  /** The phrase as the taxonomy has it. */
  rule: string;
  /** 0.4 to 1, see `specificity`. */
  specific: number;
}

const LISTS = Object.keys(PHRASE_LISTS) as PhraseList[];

export function createTagger(taxonomy: Taxonomy, weights: Weights = WEIGHTS): Tagger {
  const uses = taxonomy.topics.flatMap((topic) =>
    LISTS.flatMap((list) =>
      topic[list].map((rule): readonly [string, PhraseUse] => [
        rule,
        {
          topic: topic.id,
          family: parentOf(topic.id) ?? topic.id,
          list,
          rule,
          specific: list === 'for' || list === 'hint' ? specificity(rule) : 1,
        },
      ]),
    ),
  );
  const roots = taxonomy.topics.filter(({ id }) => parentOf(id) === undefined);
  const families = roots.map(({ id }) => ({
    id,
    children: taxonomy.topics.map((topic) => topic.id).filter((child) => parentOf(child) === id),
  }));
  const id = hashText(JSON.stringify([taxonomy, weights]), 11);
  return { id, families, matcher: createPhraseMatcher(uses), weights };
}
