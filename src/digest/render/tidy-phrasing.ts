import type { Phrasing } from '../phrasing.ts';
import { cleanText } from './clean-text.ts';

/** The only schemes that a link of the site may have. "https://example.org" */
const SAFE_URL = /^(?:https?:\/\/|mailto:)[^\s<>"\\^`{|}]+$/i;

/**
 * The phrasing as every reading starts from it: clean text, neighbours of one kind joined, nothing
 * empty, no link within a link, and a link that leads anywhere but to http(s) or mailto is its text.
 */
export function tidyPhrasing(phrasing: readonly Phrasing[], inLink = false): Phrasing[] {
  const tidy: Phrasing[] = [];
  for (const node of phrasing) for (const each of tidyNode(node, inLink)) append(tidy, each);
  return tidy;
}

function tidyNode(node: Phrasing, inLink: boolean): Phrasing[] {
  if (!('children' in node)) {
    const value = cleanText(node.value);
    return value === '' ? [] : [{ type: node.type, value }];
  }
  const isLink = node.type === 'link';
  const children = tidyPhrasing(node.children as Phrasing[], inLink || isLink);
  if (!isLink) return children.length === 0 ? [] : [{ type: node.type, children }];
  if (inLink || children.length === 0 || !SAFE_URL.test(node.url)) return children;
  return [{ type: 'link', url: node.url, children: children as typeof node.children }];
}

function append(nodes: Phrasing[], node: Phrasing): void {
  const last = nodes.at(-1);
  if (isLiteral(last) && isLiteral(node) && last.type === node.type) last.value += node.value;
  else if (isStyled(last) && isStyled(node) && last.type === node.type)
    for (const child of node.children as Phrasing[]) append(last.children as Phrasing[], child);
  else nodes.push(node);
}

const isLiteral = (node: Phrasing | undefined) =>
  node?.type === 'text' || node?.type === 'inlineCode';

const isStyled = (node: Phrasing | undefined) =>
  node?.type === 'strong' || node?.type === 'emphasis';
