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
  return plainMarkdown(children) ?? written(children);
}

/** Letters at the beginning of a line, and no sign that Markdown could take for its own. "A 4-bit" */
const PLAIN_START = /^\p{L}/u;
const PLAIN = /^[^&*<>[\]\\_`$!|~#+={}\p{Cc}\u2028\u2029]*$/u;
/** Of a formula: dollars and outer spaces would need other fences. "x^{2}" */
const PLAIN_MATH = /^[^\s$](?:[^$\p{Cc}]*[^\s$])?$/u;

/** What remark would write where there is nothing to escape, as in most texts; else undefined. */
function plainMarkdown(nodes: readonly Phrasing[]): string | undefined {
  let markdown = '';
  for (const node of nodes) {
    if (node.type === 'text' && PLAIN.test(node.value)) markdown += node.value;
    else if (node.type === 'inlineMath' && PLAIN_MATH.test(node.value))
      markdown += `$${node.value}$`;
    else return undefined;
  }
  const isLine = PLAIN_START.test(markdown) && !markdown.endsWith(' ');
  return isLine ? markdown : undefined;
}

function written(children: Phrasing[]): string {
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
