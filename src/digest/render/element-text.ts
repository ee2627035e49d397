import type { ElementContent } from 'hast';

/** What KaTeX writes after the name of a function; it has no shape. */
const APPLY = '\u2061';

/** All text within a node. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** Whether a node is the invisible operator after the name of a function. */
export const isApply = (node: ElementContent | undefined): boolean =>
  node?.type === 'element' && node.tagName === 'mo' && textOf(node) === APPLY;
