import type { PhrasingContent, Root } from 'mdast';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Phrasing } from '../phrasing.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

const processor = unified().use(remarkParse).use(remarkMath).freeze();

/** What `toMarkdown` wrote, as nodes again. Never for text from a dump, which is not Markdown. */
export function fromMarkdown(markdown: string): Phrasing[] {
  const tree: Root = processor.parse(markdown);
  return tidyPhrasing(
    tree.children.flatMap((node) =>
      node.type === 'paragraph' ? node.children.flatMap(toPhrasing) : [],
    ),
  );
}

function toPhrasing(node: PhrasingContent): Phrasing[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return [{ type: node.type, value: node.value }];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: node.children.flatMap(toPhrasing) }];
    case 'link':
      return [
        { type: 'link', url: node.url, children: node.children.flatMap(toPhrasing) as never },
      ];
    default:
      return [];
  }
}
