import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Root } from 'mdast';
import type { Phrasing } from '../phrasing.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

const processor = unified()
  .use(remarkStringify, { resourceLink: true, tightDefinitions: true })
  .use(remarkMath)
  .freeze();

/**
 * The phrasing as one paragraph of Markdown with `$…$` math, everything else escaped: remark with
 * remark-math reads the same nodes back.
 */
export function toMarkdown(phrasing: readonly Phrasing[]): string {
  const children = joinFormulae(tidyPhrasing(phrasing));
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
  return processor.stringify(tree).replace(/\n$/, '');
}

/** Two formulae side by side are one: `$a$$b$` would be read as display math. */
export function joinFormulae(nodes: readonly Phrasing[]): Phrasing[] {
  const joined: Phrasing[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'inlineMath' && node.type === 'inlineMath') last.value += ` ${node.value}`;
    else if ('children' in node)
      joined.push({ ...node, children: joinFormulae(node.children as Phrasing[]) } as Phrasing);
    else joined.push({ ...node });
  }
  return joined;
}
