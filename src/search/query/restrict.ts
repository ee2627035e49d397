import { AUTHOR_MARK } from '../index/index-format.ts';
import { inflections } from '../text/inflect.ts';
import { tokenize } from '../text/tokenize.ts';
import type { IndexReader } from './index-reader.ts';
import type { Query } from './parse-query.ts';
import { papersWithPhrase, type Phrase } from './phrases.ts';

/**
 * The papers, in their order, that hold the exact phrases and have the authors, and nothing of what
 * the query excludes.
 */
export async function restrict(
  papers: readonly number[],
  query: Query,
  reader: IndexReader,
): Promise<number[]> {
  const [held, excluded] = await Promise.all([
    Promise.all(
      [...query.phrases, ...authors(query, false)].map((one) => papersWithPhrase(one, reader)),
    ),
    Promise.all([
      ...authors(query, true).map((one) => papersWithPhrase(one, reader)),
      ...query.excluded.flatMap(({ word, phrase }) => [
        ...(word ? [papersWithWord(word, reader)] : []),
        ...(phrase ? [papersWithPhrase(phrase, reader)] : []),
      ]),
    ]),
  ]);
  return papers.filter(
    (paper) => held.every((some) => some.has(paper)) && !excluded.some((some) => some.has(paper)),
  );
}

/** All words of a name, in any order, of one author: `Wei Li` is not `Wei Zhang` beside `Li Chen`. */
function authors({ filters }: Query, isExcluded: boolean): Phrase[] {
  return filters
    .filter((filter) => filter.name === 'author' && filter.isExcluded === isExcluded)
    .map(({ value }) =>
      tokenize(value).flatMap(({ parts }) =>
        parts.map(({ term }) => ({ term: AUTHOR_MARK + term, offset: 0 })),
      ),
    );
}

async function papersWithWord(word: string, reader: IndexReader): Promise<Set<number>> {
  const postings = await Promise.all(
    [word, ...inflections(word)].map((term) => reader.posting(term)),
  );
  return new Set(postings.flatMap((posting) => Array.from(posting?.papers ?? [])));
}
