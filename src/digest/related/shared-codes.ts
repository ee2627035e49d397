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
  const codes: number[] = [];
  const holding: number[] = [];
  for (let start = 0, end = 0; start < all.length; start = end) {
    while (end < all.length && all[end] === all[start]) end += 1;
    if (end - start < 2 || end - start > most) continue;
    codes.push(all[start]!);
    holding.push(end - start);
  }
  const table = Float64Array.from(codes);
  return { placeOf: (code) => placeIn(table, code), holding: Uint32Array.from(holding) };
}

/** By halving a sorted table. */
function placeIn(table: Float64Array, code: number): number {
  let [low, high] = [0, table.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = table[middle]!;
    if (found === code) return middle;
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
