import { renderToString } from 'katex';
import { REFUSED_COMMAND } from './commands.ts';

/** Beyond these a formula is refused unread: nothing an abstract needs, and KaTeX recurses. */
const LONGEST_FORMULA = 1000;
const DEEPEST_NESTING = 24;
/** Verdicts kept; the same few formulas stand in most abstracts. */
const CACHE_SIZE = 5000;
const verdicts = new Map<string, boolean>();

/** Whether KaTeX sets `tex`, and nothing in it loads, links, defines or paints outside its place. */
export function acceptTex(tex: string): boolean {
  const known = verdicts.get(tex);
  if (known !== undefined) return known;
  if (verdicts.size >= CACHE_SIZE) verdicts.clear();
  const verdict = isModest(tex) && isSettable(tex);
  verdicts.set(tex, verdict);
  return verdict;
}

function isModest(tex: string): boolean {
  if (tex.length > LONGEST_FORMULA || REFUSED_COMMAND.test(tex)) return false;
  let depth = 0;
  let deepest = 0;
  for (const sign of tex) {
    if (sign === '{' || sign === '[' || sign === '(') deepest = Math.max(deepest, ++depth);
    if (sign === '}' || sign === ']' || sign === ')') depth--;
  }
  return deepest <= DEEPEST_NESTING;
}

function isSettable(tex: string): boolean {
  try {
    renderToString(tex, {
      output: 'mathml',
      throwOnError: true,
      strict: false,
      trust: false,
      maxExpand: 200,
      macros: {},
    });
    return true;
  } catch {
    // A ParseError for bad TeX; a RangeError or TypeError where KaTeX itself gives up.
    return false;
  }
}
