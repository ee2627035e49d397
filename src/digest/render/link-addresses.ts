import type { Text } from 'mdast';
import { findAddresses } from '../paper/extract-links.ts';
import type { Phrasing } from '../phrasing.ts';

/**
 * The phrasing with the addresses in its text as links to follow. Its plain text stays the same, and
 * so do the offsets of marks.
 */
export function linkAddresses(phrasing: readonly Phrasing[]): Phrasing[] {
  return phrasing.flatMap((node): Phrasing[] => {
    if (node.type === 'text') return linkText(node.value);
    if (node.type !== 'strong' && node.type !== 'emphasis') return [node];
    return [{ ...node, children: linkAddresses(node.children as Phrasing[]) }];
  });
}

function linkText(text: string): Phrasing[] {
  const nodes: Phrasing[] = [];
  let at = 0;
  for (const { start, url } of findAddresses(text)) {
    const shown = text.startsWith(url, start) ? url : url.replace(/^https:\/\//, '');
    // Escaped in the text: what is shown would not be what is followed.
    if (!text.startsWith(shown, start)) continue;
    if (start > at) nodes.push(toText(text.slice(at, start)));
    nodes.push({ type: 'link', url, children: [toText(shown)] });
    at = start + shown.length;
  }
  if (at < text.length || nodes.length === 0) nodes.push(toText(text.slice(at)));
  return nodes;
}

function toText(value: string): Text {
  return { type: 'text', value };
}
