import type { Inline, MathNode } from '../document/read-html.ts';
import type { Piece } from '../query/snippet.ts';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

type Child = Node | string | undefined | false;

/** An element with its attributes and children; text stays text, whatever it holds. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** Text and formulae with what the query found marked. */
export function drawPieces(pieces: readonly Piece[]): Node[] {
  return pieces.map((piece) => {
    const node = 'math' in piece ? drawMath(piece.math) : document.createTextNode(piece.text);
    return piece.marked ? element('mark', {}, node) : node;
  });
}

function drawMath([name, attributes, ...children]: MathNode): Element {
  const made = document.createElementNS(MATHML, name);
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  made.append(
    ...(children as Inline[]).map((child) => (typeof child === 'string' ? child : drawMath(child))),
  );
  return made;
}
