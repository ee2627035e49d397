import { CodeTable } from './code-table.ts';

/** The codes that several papers have, each with a place in a table, and how many have it. */
export interface SharedCodes {
  /** Where a code stands in `holding`; -1 for one that is not shared. */
  placeOf(code: number): number;
  /** Papers that have it, by place. */
  holding: Uint32Array;
}

/**
 * The codes that stand in at least two and at most `most` of the lists; each list holds a code once.
 * By sorting, not by counting in a map: most of the millions of codes stand in one list alone.
 */
export function sharedCodes(lists: readonly Float64Array[], most: number): SharedCodes {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const list of lists) {
    all.set(list, filled);
    filled += list.length;
  }
  all.sort();
  const places = new CodeTable();
  const holding: number[] = [];
  for (let start = 0, end = 0; start < all.length; start = end) {
    while (end < all.length && all[end] === all[start]) end += 1;
    if (end - start < 2 || end - start > most) continue;
    places.numberOf(all[start]!);
    holding.push(end - start);
  }
  return { placeOf: (code) => places.find(code), holding: Uint32Array.from(holding) };
}
