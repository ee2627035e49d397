import { toFormula } from '../render/formula.ts';
import { REFUSED_COMMAND } from './commands.ts';

/**
 * Beyond these a formula of a dump is refused unread: nothing an abstract needs, and KaTeX recurses.
 * Narrower than those of `formulaTree`, since neighbouring formulae may become one, and a person may
 * write more.
 */
const LONGEST_FORMULA = 1000;
const DEEPEST_NESTING = 24;

/**
 * Whether KaTeX sets `tex`, and nothing in it loads, links, defines or paints outside its place. What
 * is accepted will be shown: it is typeset for good, once.
 */
export function acceptTex(tex: string): boolean {
  return isModest(tex) && toFormula(tex).isSet;
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
