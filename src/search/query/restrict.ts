import { AUTHOR_MARK } from '../index/index-format.ts';
import { inflections } from '../text/inflect.ts';
import { tokenize } from '../text/tokenize.ts';
import type { IndexReader } from './index-reader.ts';
import type { Query } from './parse-query.ts';
import { papersWithPhrase, type Phrase } from './phrases.ts';

/** The papers, in their order, that hold the exact phrases and the authors and none of the excluded words. */
export async function restrict(
  papers: readonly number[],
  query: Query,
  reader: IndexReader,
): Promise<number[]> {
  const authors = query.filters.filter(({ name }) => name === 'author');
  const phrases = [...query.phrases, ...authors.map(({ value }) => namesOfOne(value))];
  const holding = await Promise.all(phrases.map((phrase) => papersWithPhrase(phrase, reader)));
  const excluded = await Promise.all(
    query.excluded.map((term) => papersWithTerms([term, ...inflections(term)], reader)),
  );
  return papers.filter(
    (paper) =>
      holding.every((held) => held.has(paper)) && !excluded.some((held) => held.has(paper)),
  );
}

/** All words of a name, in any order, of one author: `Wei Li` is not `Wei Zhang` beside `Li Chen`. */
function namesOfOne(author: string): Phrase {
  return tokenize(author).flatMap(({ parts }) =>
    parts.map(({ term }) => ({ term: AUTHOR_MARK + term, offset: 0 })),
  );
}

async function papersWithTerms(
  terms: readonly string[],
  reader: IndexReader,
): Promise<Set<number>> {
  const postings = await Promise.all(terms.map((term) => reader.posting(term)));
  return new Set(postings.flatMap((posting) => Array.from(posting?.papers ?? [])));
}
