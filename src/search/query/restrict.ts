import { AUTHOR_MARK } from '../index/index-format.ts';
import { inflections } from '../text/inflect.ts';
import { tokenize } from '../text/tokenize.ts';
import type { IndexReader } from './index-reader.ts';
import type { Query } from './parse-query.ts';
import { papersWithPhrase } from './phrases.ts';

/** The papers, in their order, that hold the exact phrases and the authors and none of the excluded words. */
export async function restrict(
  papers: readonly number[],
  query: Query,
  reader: IndexReader,
): Promise<number[]> {
  const holding = await Promise.all([
    ...query.phrases.map((phrase) => papersWithPhrase(phrase, reader)),
    ...query.filters
      .filter(({ name }) => name === 'author')
      .flatMap(({ value }) => tokenize(value).flatMap(({ parts }) => parts))
      .map(({ term }) => papersWithTerms([AUTHOR_MARK + term], reader)),
  ]);
  const excluded = await Promise.all(
    query.excluded.map((term) => papersWithTerms([term, ...inflections(term)], reader)),
  );
  return papers.filter(
    (paper) =>
      holding.every((held) => held.has(paper)) && !excluded.some((held) => held.has(paper)),
  );
}

async function papersWithTerms(
  terms: readonly string[],
  reader: IndexReader,
): Promise<Set<number>> {
  const postings = await Promise.all(terms.map((term) => reader.posting(term)));
  return new Set(postings.flatMap((posting) => Array.from(posting?.papers ?? [])));
}
