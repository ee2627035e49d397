import type { Element } from 'hast';
import { drawnWidth } from './drawn-width.ts';
import { roleOf, spaceFully } from './space-operators.ts';

/** A formula that reads longer than this may run over the line of a phone. */
const LONGEST = 28;
/** The same in the large type of a title. */
const LONGEST_IN_TITLE = 18;
/** A piece between breaks with more elements than this is broken within its brackets too. */
const MOST_ELEMENTS = 14;

/**
 * Lets a long formula break after its relations and signs, as TeX does: its row becomes pieces
 * under a `math` of class `wide`, which the style sheet lets flow like words. One with a piece that
 * is wider than a phone scrolls in a box of its own, by keyboard too: class `scrolls`, or `long` for
 * one that does so in a title alone. Changes the tree.
 */
export function breakFormula(math: Element, text: string): void {
  const [semantics] = elementsOf(math);
  const [row] = semantics ? elementsOf(semantics) : [];
  if (row?.tagName !== 'mrow') return;
  const isShort = text.length <= LONGEST;
  const pieces = isShort
    ? [elementsOf(row)]
    : cut(elementsOf(row), false).flatMap((piece) =>
        piece.length > MOST_ELEMENTS ? cut(piece, true) : [piece],
      );
  const widest = Math.max(...pieces.map(widthOf));
  if (widest > LONGEST) {
    Object.assign(math.properties, { className: ['scrolls'], tabIndex: 0 });
    return;
  }
  const classes = widest > LONGEST_IN_TITLE ? ['long'] : [];
  if (classes.length > 0) math.properties['className'] = classes;
  if (pieces.length < 2) return;
  // At the end of a piece the dictionary would take the operator for a sign after its operand.
  for (const piece of pieces.slice(0, -1)) spaceFully(piece.at(-1)!);
  row.children = pieces.map((children) => ({
    type: 'element',
    tagName: 'mrow',
    properties: {},
    children,
  }));
  math.properties['className'] = ['wide', ...classes];
}

const widthOf = (piece: readonly Element[]): number =>
  piece.reduce((width, node) => width + drawnWidth(node), 0);

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
