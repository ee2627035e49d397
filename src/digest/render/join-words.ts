import type { Phrasing } from '../phrasing.ts';
import { toFormula } from './formula.ts';
import { nodeText } from './to-plain-text.ts';

/** A longer one may have to be broken on a phone. */
const LONGEST = 20;
/** What stands before a formula without a space: "the S" → "S" */
const BEFORE = /[^\s\-‐-—/]*$/u;
/** What stands after it: "FT, a" → "FT," */
const AFTER = /^[^\s\-‐-—/]*/u;

/** A formula and the letters that it stands against: one word, never broken over two lines. */
export interface Word {
  type: 'word';
  children: Phrasing[];
}

/** `the S`, `²`, `FT` → `the `, one word of three nodes. The plain text stays the same. */
export function joinWords(phrasing: readonly Phrasing[]): Phrasing[] {
  const nodes: Phrasing[] = [];
  let taken = 0;
  phrasing.forEach((node, index) => {
    const rest =
      taken > 0 && node.type === 'text' ? { ...node, value: node.value.slice(taken) } : node;
    taken = 0;
    const after = phrasing[index + 1];
    if (rest.type !== 'inlineMath' || !isShort(rest)) return void nodes.push(rest);
    const before = nodes.at(-1);
    const head = before?.type === 'text' ? BEFORE.exec(before.value.slice(-LONGEST))![0] : '';
    const tail = after?.type === 'text' ? AFTER.exec(after.value.slice(0, LONGEST))![0] : '';
    if (head.length + tail.length === 0 || head.length + tail.length >= LONGEST)
      return void nodes.push(rest);
    if (before?.type === 'text' && head !== '')
      nodes.splice(-1, 1, { ...before, value: before.value.slice(0, -head.length) });
    const word: Word = { type: 'word', children: [...letters(head), rest, ...letters(tail)] };
    nodes.push(word as unknown as Phrasing);
    taken = tail.length;
  });
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

const isShort = (node: Phrasing & { type: 'inlineMath' }): boolean =>
  nodeText(node).length <= LONGEST && toFormula(node.value).tree.tagName === 'math';

const letters = (value: string): Phrasing[] => (value === '' ? [] : [{ type: 'text', value }]);
