import type { Element } from 'hast';
import { roleOf, spaceFully } from './space-operators.ts';

/** A formula that reads longer than this may run over the line of a phone. */
const LONGEST = 28;
/** A piece between breaks with more elements than this is broken within its brackets too. */
const MOST_ELEMENTS = 14;

/**
 * Lets a long formula break after its relations and signs, as TeX does: its row becomes pieces
 * under a `math` of class `wide`, which the style sheet lets flow like words. Changes the tree.
 */
export function breakFormula(math: Element, text: string): void {
  if (text.length <= LONGEST) return;
  const [semantics] = elementsOf(math);
  const [row] = semantics ? elementsOf(semantics) : [];
  if (row?.tagName !== 'mrow') return;
  const pieces = cut(elementsOf(row), false).flatMap((piece) =>
    piece.length > MOST_ELEMENTS ? cut(piece, true) : [piece],
  );
  if (pieces.length < 2) return;
  // At the end of a piece the dictionary would take the operator for a sign after its operand.
  for (const piece of pieces.slice(0, -1)) spaceFully(piece.at(-1)!);
  row.children = pieces.map((children) => ({
    type: 'element',
    tagName: 'mrow',
    properties: {},
    children,
  }));
  math.properties['className'] = ['wide'];
}

function cut(row: readonly Element[], withinBrackets: boolean): Element[][] {
  const pieces: Element[][] = [[]];
  let depth = 0;
  row.forEach((node, index) => {
    pieces.at(-1)!.push(node);
    const role = roleOf(node);
    if (role === 'open') depth++;
    if (role === 'close') depth--;
    const mayBreak = role === 'rel' || role === 'bin' || role === 'punct';
    const isPlace = mayBreak && index > 0 && index < row.length - 1;
    if (isPlace && (depth <= 0 || withinBrackets)) pieces.push([]);
  });
  return pieces;
}

const elementsOf = ({ children }: Element): Element[] =>
  children.filter((child) => child.type === 'element');
