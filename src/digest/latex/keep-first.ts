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

/** The ranges that lie in no longer one, in the order of the list. */
export function outermost<T extends Range>(ranges: readonly T[]): T[] {
  const inside = new Set<T>();
  let longest: Range = { start: -1, end: -1 };
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const isSame = range.start === longest.start && range.end === longest.end;
    if (range.end > longest.end) longest = range;
    else if (!isSame) inside.add(range);
  }
  return ranges.filter((range) => !inside.has(range));
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
