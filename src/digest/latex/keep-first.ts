import type { Range } from './range.ts';

/**
 * The ranges that do not overlap one before them in the list, in order of their places: the list is
 * in order of precedence.
 */
export function keepFirst<T extends Range>(ranges: readonly T[]): T[] {
  const ranked = ranges.map((range, rank) => ({ range, rank }));
  ranked.sort((a, b) => a.range.start - b.range.start || a.rank - b.rank);
  const kept: typeof ranked = [];
  for (const next of ranked) {
    while (
      kept.length > 0 &&
      overlaps(kept.at(-1)!.range, next.range) &&
      next.rank < kept.at(-1)!.rank
    )
      kept.pop();
    if (kept.length === 0 || !overlaps(kept.at(-1)!.range, next.range)) kept.push(next);
  }
  return kept.map(({ range }) => range);
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
