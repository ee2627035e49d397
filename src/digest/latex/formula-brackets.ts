import { COMMANDS } from './commands.ts';
import type { Token } from './tokenize.ts';

/** For each brace of a formula, the place of its partner. */
export type Braces = ReadonlyMap<number, number>;

/** "," ":" "|" between the members of a set. */
const BETWEEN_MEMBERS = /^[,:|]$/;
/** What a norm's index can be: `|x|_2`, `|x|_infty`, `|A|_F`. */
const NORM_INDEX = /^(?:[012pqF∞*]|infty|op|HS|TV|tr|nuc|mathrm)$/;
/** Runs over the members of a family: `_{i=1}`, `_{t \geq 0}`. */
const RUNS_OVER = /^(?:=|in|geq|ge|leq|le)$/;

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
  if (isFamily(tokens, end) || isSigned(tokens, start, end)) return true;
  if (start === 0 && end === tokens.length - 1 && isIndexed(tokens)) return true;
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
  if (holds || isCompared(members)) return members.length > 1;
  return (
    before !== undefined &&
    /^(?:in|min|max|sup|inf|Pr|=|setminus)$/.test(before.text) &&
    members.length > 0 &&
    before.text !== '='
  );
}

/** "{pm 1}"; not "{pm}" between two numbers */
function isSigned(tokens: readonly Token[], start: number, end: number): boolean {
  return end > start + 2 && tokens[start + 1]!.text === 'pm';
}

/** "{X > t}": a relation between two members */
function isCompared(members: readonly Token[]): boolean {
  const at = members.findIndex(({ text }) => text === '<' || text === '>');
  return at > 0 && at < members.length - 1;
}

/** "{x_i}", "{w_{i}}": one letter with one index, all that the braces hold */
function isIndexed(tokens: readonly Token[]): boolean {
  const [, base, sign] = tokens;
  return (
    base?.kind === 'letter' &&
    sign?.text === '_' &&
    ((tokens.length === 5 && tokens[3]!.text.length === 1) ||
      (tokens.length === 7 && tokens[3]!.text === '{' && tokens[4]!.text.length === 1))
  );
}

/** "_{i=1}" after the group: `\{x_i\}_{i=1}^N` is a set, `{\mathcal L}_{i}` one letter. */
function isFamily(tokens: readonly Token[], end: number): boolean {
  const script = tokens.slice(end + 1, end + 6).map(({ text }) => text);
  return script[0] === '_' && script[1] === '{' && RUNS_OVER.test(script[3] ?? '');
}

function membersOf(tokens: readonly Token[], start: number, end: number): Token[] {
  let depth = 0;
  return tokens.slice(start + 1, end).filter(({ text }) => {
    if (/^[{([]$/.test(text)) depth++;
    if (/^[})\]]$/.test(text)) depth--;
    return depth === 0;
  });
}

/** The bar at `at` is one of a pair that carries an index, `|x|_infty`, or holds a dot, `|cdot|`. */
export function isNorm(tokens: readonly Token[], at: number): boolean {
  const bars = tokens.flatMap((token, i) =>
    token.kind === 'sign' && token.text === '|' ? [i] : [],
  );
  const place = bars.indexOf(at);
  const [first, last] = place % 2 === 0 ? [at, bars[place + 1]] : [bars[place - 1]!, at];
  if (last === undefined) return false;
  if (last === first + 2 && tokens[first + 1]!.text === 'cdot') return true;
  if (tokens[last + 1]?.text !== '_') return false;
  let index = last + 2;
  if (tokens[index]?.text === '{') index++;
  return NORM_INDEX.test(tokens[index]?.text ?? '');
}

/** "KL(p | q)", "D_{KL}(p | q)", "D_alpha(p | q)": the two sides of a divergence stand apart by `\|`. */
export function isDivergence(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text === '|' || tokens[at + 1]?.text === '|') return false;
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    const { text } = tokens[i]!;
    if (/^[)\]]$/.test(text)) depth++;
    if (!/^[([]$/.test(text)) continue;
    if (depth === 0) return isDivergenceName(tokens, i);
    depth--;
  }
  return false;
}

/** "KL", "D_{KL}", "D_alpha", "D" before the bracket at `opener` */
function isDivergenceName(tokens: readonly Token[], opener: number): boolean {
  const name = tokens
    .slice(Math.max(0, opener - 5), opener)
    .map(({ text }) => text)
    .join('');
  return /(?:KL\}?|(?:^|[^A-Za-z])D(?:_(?:[A-Za-z]+|\{[A-Za-z]+\}))?)$/.test(name);
}
