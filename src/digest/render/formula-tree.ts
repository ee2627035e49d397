import type { Element, ElementContent, Root } from 'hast';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import { toMathLetters } from './math-letters.ts';

/** Longer or deeper formulae are shown as their source: no one reads them, and KaTeX recurses. */
const LONGEST = 2000;
const DEEPEST = 60;

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

/** The colour by which KaTeX shows what it refused inside an otherwise good formula. */
const REFUSED = '#ee0000';

const katex = unified()
  .use(rehypeKatex, {
    output: 'mathml',
    trust: false,
    maxExpand: 200,
    strict: 'ignore',
    errorColor: REFUSED,
  })
  .freeze();

/**
 * A formula's `math` element as KaTeX sets it, cut down to MathML that carries no style, colour,
 * class, link or size, its letters Unicode's; undefined where KaTeX rejects the TeX. Never throws.
 */
export function formulaTree(tex: string): Element | undefined {
  if (tex.length > LONGEST || depthOf(tex) > DEEPEST) return undefined;
  try {
    const root: Root = { type: 'root', children: [mathCode(tex)] };
    const set = find((katex.runSync(root) as Root).children as ElementContent[], isMath);
    if (!set || find([set], isRefused)) return undefined;
    return sanitize(set)[0] as Element;
  } catch {
    // A RangeError of KaTeX's or of a walk: the formula is nested beyond what can be set.
    return undefined;
  }
}

function mathCode(tex: string): Element {
  return {
    type: 'element',
    tagName: 'code',
    properties: { className: ['math-inline'] },
    children: [{ type: 'text', value: tex }],
  };
}

const isMath = ({ tagName }: Element) => tagName === 'math';
const isRefused = ({ properties }: Element) => properties['mathcolor'] === REFUSED;

function find(
  nodes: readonly ElementContent[],
  test: (node: Element) => boolean,
): Element | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (test(node)) return node;
    const found = find(node.children, test);
    if (found) return found;
  }
  return undefined;
}

function sanitize(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const allowed = ELEMENTS[node.tagName];
  const width = node.tagName === 'mtext' ? SPACES[toString(node)] : undefined;
  if (width) return [{ type: 'element', tagName: 'mspace', properties: { width }, children: [] }];
  const children = node.children.flatMap(sanitize);
  if (!allowed) return children;
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
  return [{ type: 'element', tagName: node.tagName, properties, children }];
}

/** KaTeX puts elements into operators (`\\bmod`, `\\stackrel`), where MathML has text alone. */
function unfold(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): ElementContent[] {
  const text = children.map(toString).join('');
  const isName = /^\p{L}+$/u.test(text) && children.every(isPlain);
  return isName
    ? [{ type: 'element', tagName, properties, children: [{ type: 'text', value: text }] }]
    : children;
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

function toString(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(toString).join('') : '';
}

function depthOf(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of tex) {
    if (character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === '}') depth--;
  }
  return deepest;
}
