import type { Phrasing } from '../phrasing.ts';

/** The phrasing as one line of plain Unicode: `S²FT`. */
export function toPlainText(phrasing: readonly Phrasing[]): string {
  return phrasing.map(nodeText).join('');
}

/** The plain text of one node; offsets of evidence and of marks count these characters. */
export function nodeText(node: Phrasing): string {
  if (node.type === 'inlineMath') return mathText(node.value);
  return 'children' in node ? toPlainText(node.children as Phrasing[]) : node.value;
}

function mathText(tex: string): string {
  return tex.replace(/\^\{(\d+)\}/g, (_, digits: string) =>
    [...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join(''),
  );
}
