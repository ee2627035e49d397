import type { Phrasing } from '../../../src/digest/phrasing.ts';

/**
 * Phrasing on one line, as the fixture has it: `⟦tex⟧` for a formula, `⟨strong:words⟩` and the like
 * for the rest.
 */
export function phrasingLine(nodes: readonly Phrasing[]): string {
  return nodes.map(nodeLine).join('');
}

function nodeLine(node: Phrasing): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineMath') return `⟦${node.value}⟧`;
  if (node.type === 'inlineCode') return `⟨code:${node.value}⟩`;
  const words = phrasingLine(node.children as Phrasing[]);
  return node.type === 'link' ? `⟨${node.url}:${words}⟩` : `⟨${node.type}:${words}⟩`;
}
