import type { PaperExtract } from './extract-paper.ts';
import { encodeDigit } from './codec.ts';
import { HAS_CODE, HAS_MATH, type Core } from './index-format.ts';
import { encodeNumbers } from './text-writer.ts';

/** So many authors stand in the facet. */
const MOST_AUTHORS = 300;

/** What the core says of all papers: what narrows a search down, and when each was first seen. */
export function toCoreTables(
  papers: readonly PaperExtract[],
  topics: readonly Core['topics'][number][],
) {
  const dates = [...new Set(papers.map(({ date }) => date))].sort();
  const years = [...new Set(papers.map(({ year }) => year))].sort();
  const authors = frequentAuthors(papers);
  return {
    count: papers.length,
    flags: toDigits(
      papers.map(({ hasCode, hasMath }) => (hasCode ? HAS_CODE : 0) | (hasMath ? HAS_MATH : 0)),
    ),
    dates,
    paperDates: encodeNumbers(papers.map(({ date }) => dates.indexOf(date))),
    years,
    paperYears: encodeNumbers(papers.map(({ year }) => years.indexOf(year))),
    topics: topics.map(({ id, label }) => ({ id, label })),
    paperTopics: lists(
      papers.map(({ topicIds }) => topicIds),
      topics.map(({ id }) => id),
    ),
    authors,
    paperAuthors: lists(
      papers.map((paper) => paper.authors),
      authors,
    ),
    hasAuthors: papers.some((paper) => paper.authors.length > 0),
  };
}

/** For each paper the number of its values and their indexes among the known ones. */
function lists(values: readonly (readonly string[])[], known: readonly string[]): string {
  const index = new Map(known.map((value, at) => [value, at]));
  return encodeNumbers(
    values.flatMap((some) => {
      const indexes = some.flatMap((value) => index.get(value) ?? []);
      return [indexes.length, ...indexes];
    }),
  );
}

/** The authors of most papers; equals in the order of their names. */
function frequentAuthors(papers: readonly PaperExtract[]): string[] {
  const counts = new Map<string, number>();
  for (const name of papers.flatMap(({ authors }) => authors))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_AUTHORS)
    .map(([name]) => name);
}

/** Numbers as a digit each; the greatest digit stands for all that are greater. */
export function toDigits(numbers: readonly number[]): string {
  return numbers.map((number) => encodeDigit(Math.min(63, number))).join('');
}
