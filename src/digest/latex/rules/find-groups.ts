/** A pair of braces: `start` at the opening one, `end` after the closing one. */
export interface Group {
  start: number;
  end: number;
  depth: number;
}

/** Where a brace stands without its partner, in order; `\{` and `\}` do not count. */
export function findLoneBraces(source: string): number[] {
  const paired = new Set(findGroups(source).flatMap(({ start, end }) => [start, end - 1]));
  return [...source.matchAll(BRACE)]
    .filter(({ 0: brace, index }) => brace.length === 1 && !paired.has(index))
    .map(({ index }) => index);
}

/** "{", "}", with the backslash that would make it visible */
const BRACE = /\\?[{}]/g;

/** Every balanced `{…}` of `source` in order of its opening brace; `\{` and `\}` do not count. */
export function findGroups(source: string): Group[] {
  if (!source.includes('{')) return [];
  const open: number[] = [];
  const groups: Group[] = [];
  for (let i = 0; i < source.length; i++) {
    const sign = source[i];
    if (sign === '\\') i++;
    else if (sign === '{') open.push(i);
    else if (sign === '}' && open.length > 0) {
      groups.push({ start: open.pop()!, end: i + 1, depth: open.length });
    }
  }
  return groups.toSorted((a, b) => a.start - b.start);
}
