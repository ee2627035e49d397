import type { Phrasing } from '../phrasing.ts';
import { cleanText } from './clean-text.ts';
import { toFormula } from './formula.ts';

/** The phrasing as one line of plain Unicode: `S²FT`, `‖x‖∞ ≤ 1/λ`. */
export function toPlainText(phrasing: readonly Phrasing[]): string {
  return phrasing.map(nodeText).join('');
}

/** The plain text of one node; offsets of evidence and of marks count these characters. */
export function nodeText(node: Phrasing): string {
  if (node.type === 'inlineMath') return toFormula(cleanText(node.value)).text;
  return 'children' in node ? toPlainText(node.children as Phrasing[]) : cleanText(node.value);
}
