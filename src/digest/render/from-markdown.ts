import type { Nodes, PhrasingContent, Root } from 'mdast';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Phrasing } from '../phrasing.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

const processor = unified().use(remarkParse).use(remarkMath).freeze();

/**
 * What a person has corrected, or `toMarkdown` wrote, as nodes; never for text from a dump, which is
 * not Markdown. What no phrasing holds (a heading, a picture, an HTML tag) is the text that it is
 * written as: nothing is lost.
 */
export function fromMarkdown(markdown: string): Phrasing[] {
  const tree: Root = processor.parse(markdown);
  const written = ({ position }: Nodes): Phrasing[] => {
    const value = markdown.slice(position!.start.offset, position!.end.offset);
    return [{ type: 'text', value: value.trim() }];
  };
  const blocks = tree.children.map((node) =>
    node.type === 'paragraph'
      ? node.children.flatMap((child) => toPhrasing(child, written))
      : written(node),
  );
  return tidyPhrasing(blocks.flatMap((nodes, at) => (at === 0 ? nodes : [SPACE, ...nodes])));
}

const SPACE: Phrasing = { type: 'text', value: ' ' };

function toPhrasing(node: PhrasingContent, written: (node: Nodes) => Phrasing[]): Phrasing[] {
  const inner = (children: readonly PhrasingContent[]) =>
    children.flatMap((child) => toPhrasing(child, written));
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return [{ type: node.type, value: node.value }];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inner(node.children) }];
    case 'link':
      return [{ type: 'link', url: node.url, children: inner(node.children) as never }];
    case 'break':
      return [SPACE];
    default:
      return written(node);
  }
}
