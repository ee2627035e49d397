import type { Element } from 'hast';
import { cleanText } from './clean-text.ts';
import { drawnWidth } from './drawn-width.ts';
import { formulaText } from './formula-text.ts';
import { roleOf, spaceFully } from './space-operators.ts';

/** A formula that reads longer than this may run over the line of a phone. */
const LONGEST = 28;
/** The same in the large type of a title. */
const LONGEST_IN_TITLE = 18;
/** A piece between breaks with more elements than this is broken within its brackets too. */
const MOST_ELEMENTS = 14;

/** Of a box that scrolls: a stop of the Tab key, which has to say what it is. */
const SCROLLS = { className: ['scrolls'], tabIndex: 0, role: 'group', ariaLabel: 'Formula' };

/**
 * Lets a long formula, whose plain reading is `text`, break after its relations and signs, as TeX
 * does: it becomes several `math` elements in a row, the TeX of all with the first, since browsers
 * break lines between formulae alike, and within one each in its own way. One with a piece that is
 * wider than a phone scrolls in a box of its own, by keyboard too: class `scrolls`, or `long` for one
 * that does so in a title alone. The box is a `span`: only Chromium lets a `math` scroll. Changes the
 * tree.
 */
export function breakFormula(math: Element, text: string): Element {
  const [semantics] = elementsOf(math);
  const [row, ...annotations] = semantics ? elementsOf(semantics) : [];
  if (row?.tagName !== 'mrow') return math;
  const isShort = text.length <= LONGEST;
  const pieces = isShort
    ? [elementsOf(row)]
    : cut(elementsOf(row), false).flatMap((piece) =>
        piece.length > MOST_ELEMENTS ? cut(piece, true) : [piece],
      );
  const widest = Math.max(...pieces.map(widthOf));
  if (widest > LONGEST) return element('span', [math], SCROLLS);
  const isLong = widest > LONGEST_IN_TITLE;
  if (pieces.length < 2 && !isLong) return math;
  const parts = pieces.length < 2 ? [math] : toParts(pieces, annotations);
  return element('span', parts, isLong ? { className: ['long'] } : {});
}

/** Each piece as a formula that says its part of the name. */
function toParts(pieces: readonly Element[][], annotations: Element[]): Element[] {
  // At the end of a piece the dictionary would take the operator for a sign after its operand.
  for (const piece of pieces.slice(0, -1)) spaceFully(piece.at(-1)!);
  return pieces.map((piece, index) => {
    const row = element('mrow', piece);
    const math = element('math', [index === 0 ? element('semantics', [row, ...annotations]) : row]);
    const name = cleanText(formulaText(math));
    if (name) math.properties['ariaLabel'] = name;
    return math;
  });
}

const element = (
  tagName: string,
  children: Element[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children });

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
