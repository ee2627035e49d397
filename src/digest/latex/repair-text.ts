import type { Edit, Phrasing, RepairedText } from '../phrasing.ts';
import { applyEdits } from './apply-edits.ts';
import { findKept } from './find-kept.ts';
import { findMath, LEARNED_WEIGHTS } from './find-math.ts';
import { keepFirst, outermost } from './keep-first.ts';
import type { Weights } from './label-tokens.ts';
import { accents } from './rules/accents.ts';
import { citations, footnotes } from './rules/citations.ts';
import { dashes } from './rules/dashes.ts';
import { emphasis } from './rules/emphasis.ts';
import { escapes } from './rules/escapes.ts';
import { groups } from './rules/groups.ts';
import { letters } from './rules/letters.ts';
import { macros } from './rules/macros.ts';
import { quotes } from './rules/quotes.ts';
import { negativeSpaces, spaces, thinSpaces, ties } from './rules/spaces.ts';
import type { TextRule } from './rules/text-rule.ts';
import { uprightNames } from './rules/upright-names.ts';
import { webLinks } from './rules/web-links.ts';
import { MATH_NOT_SET, writtenMath } from './rules/written-math.ts';

/** How to repair, where it differs from the defaults. */
export interface RepairOptions {
  /** Weights of the evidence for a formula. */
  weights?: Weights;
}

/** Constructs with an inside of their own; they come before the formulas that lost their dollars. */
const CONSTRUCTS: readonly TextRule[] = [
  writtenMath,
  webLinks,
  footnotes,
  citations,
  emphasis,
  macros,
  uprightNames,
];
/** Single signs; they come after. */
const SIGNS: readonly TextRule[] = [
  accents,
  letters,
  escapes,
  spaces,
  negativeSpaces,
  thinSpaces,
  ties,
  dashes,
  quotes,
  groups,
];
/** In UTF-16 units; what is longer is no abstract and stays as it is. */
const LONGEST_TEXT = 200_000;
/** Nor is what would need more: with 25,000 formulas a page is 9 MB, and opens in no browser in 30 s. */
const MOST_EDITS = 2000;
/** Constructs within constructs are read this deep: `\textbf{\emph{\texttt{x}}}`. */
const DEEPEST = 4;

/**
 * Recovers the LaTeX that the page has broken, as edits on `source`. Leaves alone what is not
 * proven: each rule proposes edits on the original text, and the first to claim a place has it.
 */
export function repairText(
  source: string,
  { weights = LEARNED_WEIGHTS }: RepairOptions = {},
): RepairedText {
  const notSet: NotSet = new Map();
  const found = source.length > LONGEST_TEXT ? [] : findEdits(source, { weights, notSet }, DEEPEST);
  const edits = found.length > MOST_EDITS ? [] : found.map((edit) => withNotSet(edit, notSet));
  return { source, edits, phrasing: applyEdits(source, edits) };
}

/** Of each node that shows a formula as its source, what was written. */
type NotSet = Map<Phrasing, string>;

/** What is the same for a text and all that stands inside its constructs. */
interface Reading {
  weights: Weights;
  notSet: NotSet;
}

/** A construct tells of the formulas inside it: its edit is the only one that is left of them. */
function withNotSet(edit: Edit, notSet: NotSet): Edit {
  if (notSet.size === 0 || edit.rule === MATH_NOT_SET) return edit;
  const within = edit.nodes.flatMap((node) => notSetIn(node, notSet));
  return within.length === 0 ? edit : { ...edit, notSet: within };
}

function notSetIn(node: Phrasing, notSet: NotSet): string[] {
  const written = notSet.get(node);
  if (written !== undefined) return [written];
  if (!('children' in node)) return [];
  return (node.children as Phrasing[]).flatMap((child) => notSetIn(child, notSet));
}

function findEdits(source: string, reading: Reading, depth: number): Edit[] {
  const inner = (words: string): Phrasing[] =>
    depth === 0
      ? [{ type: 'text', value: words }]
      : applyEdits(words, findEdits(words, reading, depth - 1));
  const constructs = keepFirst(outermost(proposals(CONSTRUCTS, source, inner)));
  const kept = findKept(source);
  const closed = keepFirst([...constructs, ...kept]);
  const formulas = findMath(source, closed, reading.weights);
  const signs = proposals(SIGNS, source, inner);
  for (const { start, end, nodes, rule } of constructs)
    if (rule === MATH_NOT_SET) reading.notSet.set(nodes[0]!, source.slice(start, end));
  return keepFirst([
    ...constructs,
    ...formulas,
    ...kept.map(({ start, end }) => ({ start, end, nodes: [], rule: KEPT })),
    ...signs,
  ]).filter(({ rule }) => rule !== KEPT);
}

/** Marks a range that no rule may touch, among the edits. */
const KEPT = 'kept';

function proposals(
  rules: readonly TextRule[],
  source: string,
  inner: (words: string) => Phrasing[],
): Edit[] {
  const edits: Edit[] = [];
  for (const { id, signs, propose } of rules) {
    if (!signs.some((sign) => source.includes(sign))) continue;
    for (const { start, end, nodes, rule = id } of propose(source, inner))
      edits.push({ start, end, nodes, rule });
  }
  return edits;
}
