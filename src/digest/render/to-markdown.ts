import remarkMath from 'remark-math';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import type { Root } from 'mdast';
import type { Phrasing } from '../phrasing.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

/** How remark writes; of itself it escapes `<ada@b.org>`, but not `<#ada@b.org>`, a link too. */
export const WRITTEN: Options = {
  resourceLink: true,
  tightDefinitions: true,
  unsafe: [{ character: '<', after: "[\\w.!#$%&'*+/=?^`{|}~-]+@", inConstruct: 'phrasing' }],
};

const processor = unified().use(remarkStringify, WRITTEN).use(remarkMath).freeze();

/**
 * The phrasing as one paragraph of Markdown with `$…$` math, everything else escaped: remark with
 * remark-math reads the same nodes back.
 */
export function toMarkdown(phrasing: readonly Phrasing[]): string {
  const children = joinFormulae(tidyPhrasing(phrasing));
  return plainMarkdown(children) ?? longMarkdown(children) ?? written(children);
}

/** What remark escapes in a line: "a*b", "$5", "[1]", "&amp;", "<b>", "<1@b.org>", "\\%", "_a"; not "a_b", "R & D", "<5" */
const ESCAPED =
  /[*`$[\]]|&[#A-Za-z]|<[!/?A-Za-z]|<[\w.!#$%&'*+/=?^`{|}~-]+@|\\(?:[!-/:-@[-`{-~]|$)|(?<![A-Za-z\d])_|_(?![A-Za-z\d])/;
/** What could be a block at the beginning of a line: "# a", "- a", "1. a" */
const BLOCK_START = /^(?:[ #+=>~-]|\d+[.)])/;
/** Of a formula: dollars and outer spaces would need other fences. "x^{2}" */
const PLAIN_MATH = /^[^\s$](?:[^$\p{Cc}]*[^\s$])?$/u;

/** What remark would write where there is nothing to escape, as in most texts; else undefined. */
function plainMarkdown(nodes: readonly Phrasing[]): string | undefined {
  let markdown = '';
  for (const node of nodes) {
    if (node.type === 'text' && !ESCAPED.test(node.value)) markdown += node.value;
    else if (node.type === 'inlineMath' && PLAIN_MATH.test(node.value))
      markdown += `$${node.value}$`;
    else return undefined;
  }
  return BLOCK_START.test(markdown) || markdown.endsWith(' ') ? undefined : markdown;
}

/** In UTF-16 units; what is longer is no abstract. */
const LONGEST_TEXT = 200_000;
/** What is replaced at a time: millions of matches take a hundred bytes each until they are put together. */
const PIECE = 100_000;
/** All that may be escaped: "!", "[", "~" */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** "  a " */
const OUTER_SPACE = /^ | $/g;

/**
 * A very long text alone, every sign of it escaped that Markdown could take for its own, whatever
 * stands around it: remark would look at each for seconds.
 */
function longMarkdown([node, ...others]: readonly Phrasing[]): string | undefined {
  if (node?.type !== 'text' || others.length > 0 || node.value.length <= LONGEST_TEXT)
    return undefined;
  const escaped: string[] = [];
  for (let at = 0; at < node.value.length; at += PIECE)
    escaped.push(node.value.slice(at, at + PIECE).replace(PUNCTUATION, '\\$&'));
  return escaped.join('').replace(OUTER_SPACE, '&#x20;');
}

function written(children: Phrasing[]): string {
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
  return processor.stringify(tree).replace(/\n$/, '');
}

/**
 * "<b>", "</b>", "<!--", "<?x", "<javascript:" and "](": to a reader of Markdown who knows no dollars
 * these are elements and links, inside a formula too.
 */
const SEEN_AS_MARKUP = /<(?=\/?[A-Za-z][A-Za-z\d-]*(?:[\s/>]|$)|[A-Za-z][\w+.-]*:|[!?])|\](?=\()/g;

/**
 * Two formulae side by side are one: `$a$$b$` would be read as display math. What is markup where
 * dollars mean nothing is parted by a space, which says nothing in TeX.
 */
export function joinFormulae(nodes: readonly Phrasing[]): Phrasing[] {
  const joined: Phrasing[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'inlineMath') {
      const value = node.value.replace(SEEN_AS_MARKUP, '$& ');
      if (last?.type === 'inlineMath') last.value += ` ${value}`;
      else joined.push({ ...node, value });
    } else if ('children' in node)
      joined.push({ ...node, children: joinFormulae(node.children as Phrasing[]) } as Phrasing);
    else joined.push({ ...node });
  }
  return joined;
}
