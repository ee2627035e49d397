import type { Edit, Phrasing } from '../phrasing.ts';

/** `source` with every edit applied; `edits` are in order and do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): Phrasing[] {
  const phrasing: Phrasing[] = [];
  let at = 0;
  for (const edit of edits) {
    if (edit.start > at) phrasing.push({ type: 'text', value: source.slice(at, edit.start) });
    phrasing.push(...edit.nodes);
    at = edit.end;
  }
  if (at < source.length) phrasing.push({ type: 'text', value: source.slice(at) });
  return phrasing;
}
