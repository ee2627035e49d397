import type { Element, ElementContent } from 'hast';
import { textOf } from './element-text.ts';

/** One or more primes. "′", "″" */
const PRIMES = /^[′″‴]+$/;

/** Bars that browsers stretch as fences, for KaTeX's relation signs. */
const FENCES: Record<string, string> = { '∥': '‖', '∣': '|' };

/** KaTeX's `\vec`. */
const COMBINING_ARROW = '\u20D7';
/** Accents of one width. "ẋ", "ẍ" */
const RAISED = new Set('˙¨ˊˋ˘˚');

/** Accents of words, not of mathematics: KaTeX sets a cedilla above its letter, or writes `\c`. "ç", "ő" */
const COMBINING: Record<string, string> = {
  '\\c': '\u0327',
  '¸': '\u0327',
  '\\H': '\u030B',
  '˝': '\u030B',
};

/** What no taller part stands under: its root is set as if over a line of text. */
const TALL = new Set(['mfrac', 'mtable', 'msqrt', 'mroot', 'munder', 'mover', 'munderover']);

/**
 * An element as browsers draw it best: KaTeX writes for its own style sheet in places. `original`
 * are the attributes as KaTeX wrote them.
 */
export function reshapeMath(element: Element, original: Element['properties']): Element {
  switch (element.tagName) {
    case 'mi':
      return replaceText(element, FENCES);
    case 'mo':
      return reshapeOperator(element);
    case 'mover':
      return reshapeAccent(element);
    case 'msqrt':
    case 'mroot':
      return reshapeRoot(element);
    case 'msup':
      return reshapePrime(element);
    case 'mpadded':
      return reshapePadding(element, original);
    default:
      return element;
  }
}

function reshapeOperator(element: Element): Element {
  const { properties } = element;
  // The least width of an arrow; browsers take it for a height.
  if (properties['maxsize'] === undefined) delete properties['minsize'];
  const isFence = 'fence' in properties || 'stretchy' in properties;
  return isFence ? replaceText(element, FENCES) : element;
}

/**
 * The ASCII sign is wider than a letter. A combining arrow stands beside its letter in Chromium and
 * far above it in WebKit: a small arrow stands right in all. Other accents WebKit takes down to the
 * letter only where they may stretch, which these do not.
 */
function reshapeAccent(element: Element): Element {
  const [base, accent] = element.children;
  const mark = accent && COMBINING[textOf(accent)];
  if (mark && base?.type === 'element' && base.children[0]?.type === 'text')
    return {
      ...base,
      children: [{ type: 'text', value: `${textOf(base)}${mark}`.normalize('NFC') }],
    };
  if (accent?.type !== 'element' || accent.tagName !== 'mo') return element;
  const sign = textOf(accent);
  if (RAISED.has(sign)) accent.properties['stretchy'] = 'true';
  if (sign === COMBINING_ARROW) {
    Object.assign(accent.properties, { stretchy: 'false', lspace: '0em', rspace: '0em' });
    element.properties['accent'] = 'false';
  }
  replaceText(accent, { '^': 'ˆ', [COMBINING_ARROW]: '→' });
  return element;
}

/**
 * The smallest sign of a root is taller than a letter, and browsers let all that is left hang below
 * the line: room over the letter lifts it.
 */
function reshapeRoot(element: Element): Element {
  const inside = element.tagName === 'mroot' ? element.children.slice(0, 1) : element.children;
  if (inside.some(isTall)) return element;
  const row: Element = {
    type: 'element',
    tagName: 'mrow',
    properties: {},
    children: [strut(), ...inside],
  };
  return { ...element, children: [row, ...element.children.slice(inside.length)] };
}

const isTall = (node: ElementContent): boolean =>
  node.type === 'element' && (TALL.has(node.tagName) || node.children.some(isTall));

const strut = (): Element => ({
  type: 'element',
  tagName: 'mspace',
  properties: { height: '0.75em', depth: '0.2em' },
  children: [],
});

/** Fonts draw the prime raised: as a superscript it would fly. */
function reshapePrime(element: Element): Element {
  const [base, script] = element.children;
  if (!base || script?.type !== 'element' || script.tagName !== 'mo') return element;
  const [text] = script.children;
  if (text?.type !== 'text' || !PRIMES.test(text.value)) return element;
  Object.assign(script.properties, { lspace: '0em', rspace: '0em' });
  return { ...element, tagName: 'mrow', children: [base, script] };
}

const side = (): Element => ({
  type: 'element',
  tagName: 'mspace',
  properties: { width: '0.3em' },
  children: [],
});

/** The room on both sides of what stands over an arrow. */
function reshapePadding(element: Element, original: Element['properties']): Element {
  const isWidened = String(original['width'] ?? '').startsWith('+');
  const children = isWidened ? [side(), ...element.children, side()] : element.children;
  return { ...element, tagName: 'mrow', children };
}

function replaceText(element: Element, texts: Record<string, string>): Element {
  const [text] = element.children;
  if (text?.type === 'text') text.value = texts[text.value] ?? text.value;
  return element;
}
