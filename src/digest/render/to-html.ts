import type { Element } from 'hast';
import type { Root } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Phrasing } from '../phrasing.ts';
import { toFormula } from './formula.ts';
import { joinWords, type Word } from './join-words.ts';
import { markPhrasing, type Mark, type Marked } from './mark-phrasing.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

export type { Mark } from './mark-phrasing.ts';

const processor = unified()
  .use(remarkRehype, {
    handlers: {
      inlineMath: (_state: State, node: { value: string }) => toFormula(node.value).tree,
      link: toAnchor,
      marked: toMark,
      word: toWord,
    },
  })
  .use(rehypeStringify)
  .freeze();

/**
 * The phrasing as HTML phrasing content with MathML; safe to put into a page as it is. Each of
 * `marks` becomes a `mark` element.
 */
export function toHtml(phrasing: readonly Phrasing[], marks: readonly Mark[] = []): string {
  const nodes = markPhrasing(joinWords(tidyPhrasing(phrasing)), marks) as Phrasing[];
  return nodes.map(nodeHtml).join('');
}

/** Most nodes are text and formulae, many of them seen before: these need no tree. */
function nodeHtml(node: Phrasing): string {
  if (node.type === 'text') return node.value.replace(SPECIAL, (sign) => REFERENCES[sign]!);
  return node.type === 'inlineMath' ? formulaHtml(node.value) : elementHtml(node);
}

/** As rehype writes them: "a < b" */
const SPECIAL = /[<&]/g;
const REFERENCES: Record<string, string> = { '<': '&#x3C;', '&': '&#x26;' };

const MOST_KEPT = 5000;
const kept = new Map<string, string>();

function formulaHtml(tex: string): string {
  const known = kept.get(tex);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const html = processor.stringify({ type: 'root', children: [toFormula(tex).tree] });
  kept.set(tex, html);
  return html;
}

function elementHtml(node: Phrasing): string {
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [node] }] };
  const [paragraph] = processor.runSync(tree).children as Element[];
  return processor.stringify({ type: 'root', children: paragraph?.children ?? [] });
}

function toAnchor(state: State, node: Extract<Phrasing, { type: 'link' }>): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: node.url, rel: ['nofollow', 'noopener'] },
    children: state.all(node),
  };
}

function toWord(state: State, node: Word): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['word'] },
    children: state.all(node as never) as Element['children'],
  };
}

function toMark(state: State, node: Marked): Element {
  return {
    type: 'element',
    tagName: 'mark',
    properties: node.properties,
    children: state.all(node as never) as Element['children'],
  };
}
