import type { Phrasing } from '../phrasing.ts';
import { nodeText } from './to-plain-text.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';
import { toHtml } from './to-html.ts';
import { leadOf } from './lead.ts';
import { ELLIPSIS, lastBreak, LONGEST_TITLE, withoutTrailing } from './sentences.ts';

/**
 * The lead of an abstract, for lists; never cut in a formula. Links are their text: an entry of a list
 * is a link itself.
 */
export function toLead(phrasing: readonly Phrasing[]): Phrasing[] {
  const nodes = tidyPhrasing(phrasing, true);
  // A dot within a formula ends no sentence.
  const { start, end, isWhole } = leadOf(nodes.map(proseOf).join(''));
  const lead = dropPhrasing(cutPhrasing(nodes, end), start);
  return isWhole ? lead : withEllipsis(lead);
}

/** A title as it stands in lists: without links, whole unless no title is that long. */
export function toListTitle(phrasing: readonly Phrasing[]): Phrasing[] {
  const nodes = tidyPhrasing(phrasing, true);
  const prose = nodes.map(proseOf).join('');
  return prose.length <= LONGEST_TITLE ? nodes : cutAtWord(nodes, prose, LONGEST_TITLE);
}

/** The beginning of phrasing with the plain text `prose`, at most `longest` characters. */
function cutAtWord(nodes: readonly Phrasing[], prose: string, longest: number): Phrasing[] {
  return withEllipsis(cutPhrasing(nodes, lastBreak(prose, longest - ELLIPSIS.length)));
}

function withEllipsis(nodes: readonly Phrasing[]): Phrasing[] {
  const last = nodes.at(-1);
  if (last?.type === 'text') last.value = withoutTrailing(last.value);
  return tidyPhrasing([...nodes, { type: 'text', value: ELLIPSIS }]);
}

/** `toLead` as HTML. */
export const leadHtml = (phrasing: readonly Phrasing[]): string => toHtml(toLead(phrasing));

/** The nodes before a place of the plain text; a formula that crosses it goes. */
function cutPhrasing(nodes: readonly Phrasing[], end: number): Phrasing[] {
  const kept: Phrasing[] = [];
  let at = 0;
  for (const node of nodes) {
    const left = end - at;
    at += nodeText(node).length;
    if (at <= end) kept.push(node);
    else if (node.type === 'inlineMath') break;
    else if ('children' in node) {
      const children = cutPhrasing(node.children as Phrasing[], left);
      if (children.length > 0) kept.push({ ...node, children } as Phrasing);
    } else kept.push({ ...node, value: node.value.slice(0, left) });
    if (at >= end) break;
  }
  return kept;
}

/** The nodes from a place of the plain text on, which is in no formula. */
function dropPhrasing(nodes: readonly Phrasing[], start: number): Phrasing[] {
  let left = start;
  return nodes.flatMap((node): Phrasing[] => {
    const skipped = left;
    const length = nodeText(node).length;
    left = Math.max(0, left - length);
    if (skipped === 0) return [node];
    if (skipped >= length || node.type === 'inlineMath') return [];
    if ('children' in node)
      return [
        { ...node, children: dropPhrasing(node.children as Phrasing[], skipped) } as Phrasing,
      ];
    return [{ ...node, value: node.value.slice(skipped) }];
  });
}

/** The plain text with formulae blotted out, character by character. */
function proseOf(node: Phrasing): string {
  if (node.type === 'inlineMath') return 'x'.repeat(nodeText(node).length);
  return 'children' in node ? (node.children as Phrasing[]).map(proseOf).join('') : nodeText(node);
}
