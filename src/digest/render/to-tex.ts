import type { Phrasing } from '../phrasing.ts';
import { escapeTex } from './escape-tex.ts';
import { isTypeset } from './formula.ts';
import { nodeText } from './to-plain-text.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

/** The phrasing as LaTeX: math as `$…$`, text escaped, braces balanced whatever it holds. */
export function toTex(phrasing: readonly Phrasing[]): string {
  return tidyPhrasing(phrasing).map(nodeTex).join('');
}

/** One node as LaTeX; the node is tidy. */
export function nodeTex(node: Phrasing): string {
  if (node.type === 'text') return escapeTex(node.value);
  if (node.type === 'inlineMath') return mathTex(node);
  if (node.type === 'inlineCode') return `\\texttt{${escapeTex(node.value)}}`;
  const children = (node.children as Phrasing[]).map(nodeTex).join('');
  if (node.type === 'strong') return `\\textbf{${children}}`;
  return node.type === 'emphasis' ? `\\emph{${children}}` : children;
}

/** An escaped brace, which BibTeX counts. "\{" */
const BRACE = /\\([{}])/g;
const UNSAFE = /(?:^|[^\\])(?:\\\\)*[$%]/;

function mathTex(node: Extract<Phrasing, { type: 'inlineMath' }>): string {
  const tex = node.value
    .trim()
    .replace(BRACE, (_, brace: string) => (brace === '{' ? '\\lbrace ' : '\\rbrace '));
  const isSafe =
    isTypeset(node.value) && !UNSAFE.test(tex) && !tex.endsWith('\\') && isBalanced(tex);
  return isSafe ? `$${tex}$` : escapeTex(nodeText(node));
}

function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const character of tex) {
    if (character === '{') depth++;
    else if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
