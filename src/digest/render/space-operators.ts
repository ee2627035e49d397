import type { Element, ElementContent } from 'hast';
import { isApply } from './element-text.ts';
import { isThousands, isUnary, operatorRole, type Role } from './math-operators.ts';

/** TeX's spaces around relations, signs of operation, names and punctuation. */
const SPACES: Partial<Record<Role, [left: string, right: string]>> = {
  rel: ['0.2778em', '0.2778em'],
  bin: ['0.2222em', '0.2222em'],
  punct: ['0em', '0.1667em'],
};
const NONE = '0em';
const THIN = '0.1667em';

const SCRIPTS = new Set(['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover']);
const ROWS = new Set(['mrow', 'mstyle', 'mpadded', 'mtd', 'msqrt', 'semantics', 'math']);

/**
 * Spaces the operators of a `math` element as TeX would. MathML's own dictionary goes by the place
 * in a row alone: it spaces the minus of (−1), the sign that ends `3×` and relations in a script,
 * and joins `log n`. Changes the tree.
 */
export function spaceOperators(math: Element): void {
  visit(math, false);
}

function visit(node: Element, inScript: boolean): void {
  const [base, ...scripts] = elementsOf(node);
  if (SCRIPTS.has(node.tagName)) {
    if (base) visit(base, inScript);
    const isAccent = node.properties['accent'] !== undefined;
    for (const script of scripts) visit(script, inScript || !isAccent);
    // A script that is one sign has no neighbours: A*, ⁺.
    for (const script of isAccent ? [] : scripts) if (script.tagName === 'mo') tighten(script);
    return;
  }
  for (const child of elementsOf(node)) if (child.tagName !== 'annotation') visit(child, inScript);
  if (ROWS.has(node.tagName)) node.children = spaceRow(elementsOf(node), inScript);
}

function spaceRow(row: readonly Element[], inScript: boolean): ElementContent[] {
  const roles = row.map((node, index) => (isName(node, row[index + 1]) ? 'op' : roleOf(node)));
  const solid = row.flatMap((node, index) =>
    roles[index] === 'space' || isApply(node) ? [] : [index],
  );
  const spaced: ElementContent[] = [];
  row.forEach((node, index) => {
    const place = solid.indexOf(index);
    const before = solid[place - 1];
    const after = solid[place + 1];
    const sides = {
      before: place < 0 || before === undefined ? undefined : roles[before]!,
      after: place < 0 || after === undefined ? undefined : roles[after]!,
    };
    const isNamed = place >= 0 && isName(node, row[index + 1]);
    if (isNamed && (sides.before === 'ord' || sides.before === 'close')) spaced.push(thinSpace());
    spaced.push(node);
    if (place >= 0 && !isNamed) {
      const isNumber = isThousands(ownText(row[before ?? -1]), ownText(row[after ?? -1]));
      spaceOperator(node, roles[index]!, sides, inScript || (isNumber && roles[index] === 'punct'));
    }
    const named = isApply(row[index + 1]) ? false : isNamed || (isApply(node) && index > 0);
    if (named && isJoined(roles[solid.find((at) => at > index) ?? -1])) spaced.push(thinSpace());
  });
  return spaced;
}

/** After a name these need a space: log n, arg max. */
const isJoined = (role: Role | undefined) => role === 'ord' || role === 'op';

interface Sides {
  before: Role | undefined;
  after: Role | undefined;
}

function spaceOperator(
  node: Element,
  role: Role,
  { before, after }: Sides,
  isTight: boolean,
): void {
  const operator = coreOf(node);
  if (!operator || 'lspace' in operator.properties) return;
  if (role === 'op') {
    if (before === undefined || before === 'open' || before === 'rel' || before === 'bin')
      operator.properties['lspace'] = NONE;
    if (after === undefined || after === 'open' || after === 'close')
      operator.properties['rspace'] = NONE;
    return;
  }
  const spaces = SPACES[role];
  // MathML's dictionary spaces what stands alone, too.
  if (!spaces) return before === undefined && after === undefined ? tighten(operator) : undefined;
  if (isTight || (role === 'bin' && isUnary(before, after))) return tighten(operator);
  const left = before === undefined ? NONE : spaces[0];
  const right = after === undefined ? NONE : spaces[1];
  // In the middle of a row the dictionary says the same.
  if (before !== undefined && after !== undefined && operator === node) return;
  Object.assign(operator.properties, { lspace: left, rspace: right });
}

function tighten({ properties }: Element): void {
  if ('lspace' in properties) return;
  Object.assign(properties, { lspace: NONE, rspace: NONE });
}

/** Spaces that say what the dictionary would have said in the middle of a row. */
export function spaceFully(node: Element): void {
  const operator = coreOf(node);
  const spaces = operator && SPACES[roleOf(node)];
  if (spaces && !('lspace' in operator.properties))
    Object.assign(operator.properties, { lspace: spaces[0], rspace: spaces[1] });
}

/** The role of an element of a row; of a fenced part that of a letter. */
export function roleOf(node: Element): Role {
  if (node.tagName === 'mspace') return 'space';
  const operator = coreOf(node);
  if (!operator) return 'ord';
  const role = operatorRole(ownText(operator), operator.properties);
  return node === operator || role === 'op' || role === 'rel' ? role : 'ord';
}

/** The operator that an element is, with or without scripts. */
function coreOf(node: Element): Element | undefined {
  if (node.tagName === 'mo') return node;
  const [base] = SCRIPTS.has(node.tagName) ? elementsOf(node) : [];
  return base && coreOf(base);
}

/** A function's name: `log`, or `max` with a script; KaTeX lets an invisible operator follow. */
function isName(node: Element, next: Element | undefined): boolean {
  if (isApply(node)) return false;
  if (node.tagName === 'mi' && isApply(next)) return true;
  const [base] = SCRIPTS.has(node.tagName) ? elementsOf(node) : [];
  return base?.tagName === 'mrow' && isApply(elementsOf(base).at(-1));
}

const thinSpace = (): Element => ({
  type: 'element',
  tagName: 'mspace',
  properties: { width: THIN },
  children: [],
});

const elementsOf = ({ children }: Element): Element[] =>
  children.filter((child) => child.type === 'element');

/** Of an element that holds text alone; of `mrow` and the like there is none. */
function ownText(node: Element | undefined): string {
  const [text] = node?.children ?? [];
  return text?.type === 'text' ? text.value : '';
}
