import type { IndexReader } from './index-reader.ts';

/**
 * Terms with their distance from the first: `"test of time"` is `test` and, two on, `time`. Names of
 * one author have none.
 */
export type Phrase = readonly { term: string; offset: number }[];

/** The papers in which the words stand one after the other as in the phrase. */
export async function papersWithPhrase(phrase: Phrase, reader: IndexReader): Promise<Set<number>> {
  const first = phrase[0]?.offset ?? 0;
  const places = await Promise.all(phrase.map(({ term }) => reader.places(term)));
  const found = new Set<number>();
  for (const [paper, starts] of places[0] ?? []) {
    const stands = starts.some((start) =>
      phrase.every(({ offset }, at) => places[at]!.get(paper)?.includes(start + offset - first)),
    );
    if (stands) found.add(paper);
  }
  return found;
}
