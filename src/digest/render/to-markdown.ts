import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Phrasing } from '../phrasing.ts';

const processor = unified().use(remarkStringify).use(remarkMath).freeze();

/** The phrasing as one paragraph of Markdown with `$…$` math, everything else escaped. */
export function toMarkdown(phrasing: readonly Phrasing[]): string {
  const tree = {
    type: 'root' as const,
    children: [{ type: 'paragraph' as const, children: [...phrasing] }],
  };
  return processor.stringify(tree).trimEnd();
}
