import type { Edit, Phrasing, RepairedText } from '../phrasing.ts';

/** "S^{2}FT" */
const SUPERSCRIPT = /\b[A-Za-z]\^\{\d+\}/g;

/**
 * Recovers the LaTeX that the page has broken, as edits on `source`. Leaves alone what is not
 * proven.
 */
export function repairText(source: string): RepairedText {
  const edits: Edit[] = [...source.matchAll(SUPERSCRIPT)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    nodes: [{ type: 'inlineMath', value: match[0] }],
    rule: 'math',
  }));
  return { source, edits, phrasing: applyEdits(source, edits) };
}

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
