import type { Element, ElementContent } from 'hast';
import { isApply, textOf } from './element-text.ts';
import { toMathLetters } from './math-letters.ts';
import { reshapeMath } from './reshape-math.ts';

/** What KaTeX may write of a formula, and with which attributes; all else goes. */
const ELEMENTS: Record<string, readonly string[]> = {
  math: ['display'],
  semantics: [],
  annotation: ['encoding'],
  mrow: [],
  mi: [],
  mn: [],
  mo: [
    'stretchy',
    'fence',
    'separator',
    'form',
    'lspace',
    'rspace',
    'minsize',
    'maxsize',
    'movablelimits',
    'largeop',
    'symmetric',
    'accent',
  ],
  mtext: [],
  mspace: ['width'],
  msup: [],
  msub: [],
  msubsup: [],
  mover: ['accent'],
  munder: ['accentunder'],
  munderover: [],
  mfrac: ['linethickness'],
  msqrt: [],
  mroot: [],
  mstyle: ['displaystyle', 'scriptlevel'],
  mpadded: [],
  mphantom: [],
  menclose: ['notation'],
  mtable: ['columnalign'],
  mtr: [],
  mtd: [],
};

/** A length that moves nothing out of its place, in em. "0.1667em" */
const LENGTH = /^-?(?:\d+(?:\.\d+)?|\.\d+)em$|^0px$/;
const LEAVES = new Set(['mi', 'mn', 'mo', 'mtext']);
const LENGTHS = new Set(['width', 'lspace', 'rspace', 'minsize', 'maxsize', 'linethickness']);
/** Elements that count their children: with one too many, browsers show none as it should be. */
const COUNTED = new Set('msup msub msubsup mover munder munderover mfrac mroot'.split(' '));
const MOST_EM = 4;
const LEAST_EM = -0.5;

/** KaTeX writes its usual spaces as characters; a negative one ends in an invisible separator. */
const SPACES: Record<string, string> = {
  '\u200A': '0.0556em',
  '\u2009': '0.1667em',
  '\u205F': '0.2222em',
  '\u2005\u200A': '0.2778em',
  '\u200A\u2063': '-0.0556em',
  '\u2009\u2063': '-0.1667em',
  '\u205F\u2063': '-0.2222em',
  '\u2005\u2063': '-0.2778em',
};

/** A letter that a lone `mi` would slant. "x", "Γ" */
const SLANTS = /^[\p{L}∂∇]$/u;

/**
 * MathML that carries no style, colour, class, link or size, its letters Unicode's, its shapes those
 * that browsers draw: what the site shows of KaTeX's `math` element.
 */
export function sanitizeMath(math: Element): Element {
  return sanitize(math)[0] as Element;
}

function sanitize(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const allowed = ELEMENTS[node.tagName];
  const width = node.tagName === 'mtext' ? SPACES[textOf(node)] : undefined;
  if (width) return [{ type: 'element', tagName: 'mspace', properties: { width }, children: [] }];
  // A name as a script or a base comes with its invisible operator beside it: `x_{\min}`.
  const parts = COUNTED.has(node.tagName)
    ? node.children.filter((child) => !isApply(child))
    : node.children;
  const children = parts.flatMap(sanitize);
  if (!allowed) return [group(children)];
  const properties: Element['properties'] = {};
  for (const name of allowed) {
    const value = attribute(name, node.properties[name]);
    if (value !== undefined) properties[name] = value;
  }
  if (LEAVES.has(node.tagName) && children.some(({ type }) => type === 'element')) {
    return unfold(node.tagName, properties, children);
  }
  const variant = node.properties['mathvariant'];
  if (typeof variant === 'string') setVariant(children, properties, variant);
  return [
    reshapeMath({ type: 'element', tagName: node.tagName, properties, children }, node.properties),
  ];
}

/** What stands for one element stays one: scripts and fractions count their children. */
function group(children: ElementContent[]): ElementContent {
  const [only] = children;
  if (children.length === 1 && only) return only;
  return { type: 'element', tagName: 'mrow', properties: {}, children };
}

/** KaTeX puts elements into operators (`\\bmod`, `\\stackrel`), where MathML has text alone. */
function unfold(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): ElementContent[] {
  const text = children.map(textOf).join('');
  const isName = /^\p{L}+$/u.test(text) && children.every(isPlain);
  return isName
    ? [{ type: 'element', tagName, properties, children: [{ type: 'text', value: text }] }]
    : [group(children)];
}

const isPlain = (node: ElementContent): boolean =>
  node.type !== 'element' ||
  (['mi', 'mrow', 'mtext'].includes(node.tagName) && node.children.every(isPlain));

function attribute(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  const text = String(value);
  if (!LENGTHS.has(name)) return text;
  if (!LENGTH.test(text)) return undefined;
  return `${Math.min(MOST_EM, Math.max(LEAST_EM, Number.parseFloat(text)))}em`;
}

function setVariant(
  children: ElementContent[],
  properties: Element['properties'],
  variant: string,
): void {
  const [text] = children;
  if (text?.type !== 'text') return;
  if (variant !== 'normal') text.value = toMathLetters(text.value, variant);
  else if (SLANTS.test(text.value)) properties['mathvariant'] = 'normal';
}
