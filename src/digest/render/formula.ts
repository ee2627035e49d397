import type { Element } from 'hast';
import { cleanText } from './clean-text.ts';
import { breakFormula } from './break-formula.ts';
import { formulaText } from './formula-text.ts';
import { formulaTree } from './formula-tree.ts';
import { spaceOperators } from './space-operators.ts';

/** A formula's readings. */
export interface Formula {
  /**
   * A `math` element with an accessible name, or a `span` around it or its parts; the source in
   * `code` where KaTeX rejects the TeX.
   */
  tree: Element;
  /** Plain Unicode. */
  text: string;
  /** Whether KaTeX sets it, if only as a space. */
  isSet: boolean;
}

const MOST_KEPT = 5000;
const kept = new Map<string, Formula>();

/** A formula typeset, once for all of its readings. Never throws. */
export function toFormula(tex: string): Formula {
  const known = kept.get(tex);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const formula = typeset(tex);
  kept.set(tex, formula);
  return formula;
}

function typeset(tex: string): Formula {
  const tree = formulaTree(tex);
  const text = tree && cleanText(formulaText(tree));
  if (!tree || !text) return { tree: source(tex), text: tex, isSet: tree !== undefined };
  tree.properties['ariaLabel'] = text;
  spaceOperators(tree);
  return { tree: breakFormula(tree, text), text, isSet: true };
}

const source = (tex: string): Element => ({
  type: 'element',
  tagName: 'code',
  properties: { className: ['tex'] },
  children: [{ type: 'text', value: tex }],
});

/** Whether KaTeX sets the formula; otherwise its readings are its source. */
export const isTypeset = (tex: string): boolean => toFormula(tex).tree.tagName !== 'code';
