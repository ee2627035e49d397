import type { Element, ElementContent, Root } from 'hast';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import { sanitizeMath } from './sanitize-math.ts';

/** Longer or deeper formulae are shown as their source: no one reads them, and KaTeX recurses. */
const LONGEST = 2000;
const DEEPEST = 60;

/** What KaTeX prints where the program prints its own: `parse` would print no JSON. */
const PRINTED = /\\(?:(?:err)?message|show)(?![A-Za-z@])/;

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
  if (tex.length > LONGEST || depthOf(tex) > DEEPEST || PRINTED.test(tex)) return undefined;
  try {
    const root: Root = { type: 'root', children: [mathCode(tex)] };
    const set = find((katex.runSync(root) as Root).children as ElementContent[], isMath);
    if (!set || find([set], isRefused)) return undefined;
    return sanitizeMath(set);
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

function depthOf(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of tex) {
    if (character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === '}') depth--;
  }
  return deepest;
}
