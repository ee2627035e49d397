import table from './usual-words.json' with { type: 'json' };

const PERCENT: ReadonlyMap<string, number> = new Map(
  Object.entries(table.percent).flatMap(([percent, words]) =>
    words.split(' ').map((word): [string, number] => [word, Number(percent)]),
  ),
);

/** A word that the table leaves out stands, as a guess, in this many of a hundred abstracts. */
export const RARE_PERCENT = table.above / 2;

/**
 * How many of a hundred abstracts hold a word, in the form of `normalizeWord`; undefined for a rare
 * one. Counted by `npm run learn:topics`.
 */
export function usualPercent(word: string): number | undefined {
  return PERCENT.get(word);
}
