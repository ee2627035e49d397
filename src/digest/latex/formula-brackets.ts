import { COMMANDS } from './commands.ts';
import type { Token } from './tokenize.ts';

/** For each brace of a formula, the place of its partner. */
export type Braces = ReadonlyMap<number, number>;

/** "," ":" "|" between the members of a set. */
const BETWEEN_MEMBERS = /^[,:|]$/;
/** What a norm's index can be: `|x|_2`, `|x|_infty`, `|A|_F`. */
const NORM_INDEX = /^(?:[12pqF∞*]|infty|op|HS|mathrm|2)$/;

/** Pairs the braces; undefined where they do not pair, or where they show that a part is lost. */
export function matchBraces(tokens: readonly Token[]): Braces | undefined {
  const open: number[] = [];
  const braces = new Map<number, number>();
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== 'sign') continue;
    if (text === '{') open.push(i);
    if (text !== '}') continue;
    const start = open.pop();
    if (start === undefined || tellsOfLoss(tokens, start, i)) return undefined;
    braces.set(start, i).set(i, start);
  }
  return open.length === 0 ? braces : undefined;
}

/**
 * A group right after an operand, and no script: the page made `1{\delta}` of `\frac{1}{\delta}`.
 * Groups around a sign (`14{,}056`, `1{\sim}3`) and around a script (`S{^2}`) are the author's.
 */
function tellsOfLoss(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1];
  if (before === undefined || tokens[start]!.spaced) return false;
  if (isSetOpener(tokens, start)) return false;
  const operand = /^(?:letter|number|word)$/.test(before.kind) || /^[)}\]]$/.test(before.text);
  if (!operand || isScriptOf(tokens, start)) return false;
  const inside = tokens.slice(start + 1, end);
  return !inside.some(({ kind, text }, i) => i === 0 && (kind === 'script' || isSign(kind, text)));
}

function isSign(kind: string, text: string): boolean {
  const command = COMMANDS.get(text);
  return (
    (kind === 'sign' && text !== '(') ||
    command === 'relation' ||
    command === 'operator' ||
    command === 'arrow' ||
    command === 'switch' ||
    command === 'letterlike'
  );
}

/** `max{…}`: the braces that the author wrote as `\{`. */
function isSetOpener(tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1];
  return before !== undefined && /^(?:min|max|sup|inf|Pr|exp|left|log)$/.test(before.text);
}

/** The group at `start` is a script: `^{2}`, or the argument of one. */
function isScriptOf(tokens: readonly Token[], start: number): boolean {
  return tokens[start - 1]?.kind === 'script';
}

/** A brace that is seen: `\{ x \mid x > 0 \}`. */
export function isSetBrace(tokens: readonly Token[], at: number, braces: Braces): boolean {
  const start = tokens[at]!.text === '{' ? at : braces.get(at)!;
  const end = tokens[at]!.text === '{' ? braces.get(at)! : at;
  if (isScriptOf(tokens, start)) return false;
  if (isFamily(tokens, end)) return true;
  const before = tokens[start - 1];
  if (before !== undefined && /^(?:left|right)$/.test(before.text)) return true;
  const members = membersOf(tokens, start, end);
  const holds = members.some(
    ({ kind, text }) =>
      (kind === 'sign' && BETWEEN_MEMBERS.test(text)) ||
      text === 'mid' ||
      text === 'ldots' ||
      text === 'colon',
  );
  if (holds) return members.length > 1;
  return (
    before !== undefined &&
    /^(?:in|min|max|sup|inf|=|setminus)$/.test(before.text) &&
    members.length > 0 &&
    before.text !== '='
  );
}

/** "_{i=1}" after the group: `\{x_i\}_{i=1}^N` is a set, `{\mathcal L}_{i}` one letter. */
function isFamily(tokens: readonly Token[], end: number): boolean {
  const script = tokens.slice(end + 1, end + 6).map(({ text }) => text);
  return script[0] === '_' && script[1] === '{' && (script[3] === '=' || script[3] === 'in');
}

function membersOf(tokens: readonly Token[], start: number, end: number): Token[] {
  let depth = 0;
  return tokens.slice(start + 1, end).filter(({ text }) => {
    if (/^[{([]$/.test(text)) depth++;
    if (/^[})\]]$/.test(text)) depth--;
    return depth === 0;
  });
}

/** The bar at `at` is one of a pair that carries an index: `|x|_infty`. */
export function isNorm(tokens: readonly Token[], at: number): boolean {
  const bars = tokens.flatMap((token, i) =>
    token.kind === 'sign' && token.text === '|' ? [i] : [],
  );
  const place = bars.indexOf(at);
  const last = place % 2 === 0 ? bars[place + 1] : at;
  if (last === undefined || tokens[last + 1]?.text !== '_') return false;
  let index = last + 2;
  if (tokens[index]?.text === '{') index++;
  return NORM_INDEX.test(tokens[index]?.text ?? '');
}
