import { COMMANDS } from '../commands.ts';
import type { Habits } from '../habits.ts';
import type { Known } from '../label-tokens.ts';
import type { Token } from '../tokenize.ts';
import { certaintyOfGreek, isStyled } from './certain-greek.ts';
import { certaintyOfInTo, isTightToGreek } from './certain-in-to.ts';
import {
  isGreekWord,
  isOperandBefore,
  isPlainWord,
  isQuantity,
  isSymbol,
  isTight,
  isUnit,
} from './neighbours.ts';

/** Signs between two operands; `in`, `to`, `models` need more than that. */
const JOINING = new Set(
  `ge le gt lt ne ll gg sim pm mp cup cap subset subseteq approx cong iff implies times succ prec div
  vee perp colon mid circ`.split(/\s+/),
);
/** Those that in prose no number follows: "sim 30", "approx 0.8", "pm 10". */
const BEFORE_NUMBER = new Set('ge le gt lt ne ll gg sim pm mp approx'.split(' '));
/** "4.5 times speedup"; "4.5 times faster" is English */
const TIMES_OF = /^(?:speed-?ups?|acceleration|throughput|energy|compression|upscal\w+)$/;
/** "to" of "10 times to 370 times speedup" */
const BETWEEN_TIMES = /^(?:to|and|or|[,/–-])$/;
/** "log n", "sqrt n", "hat x" */
const APPLIED = /^(?:log|ln|exp|sqrt|hat|tilde|widehat|widetilde)$/;

/** Before a word of prose they are prose too: "parallel rounds", "subset of", "partial order". */
const DESCRIBING = /^(?:parallel|partial|subset|prime|square|natural|sharp|flat|large|small)$/;
/** "std" of "mean pm std" */
const DEVIATION = /^(?:std|SD|SE|SEM|CI|standard)$/;

/** A word of English that can only be a command where it stands, or only a word. */
export function certaintyOfWord(tokens: readonly Token[], at: number, habits: Habits): Known {
  const { text } = tokens[at]!;
  const after = tokens[at + 1];
  if (text === 'int' && after?.kind !== 'script') return false;
  if (text === 'space' || isDescribing(tokens, at)) return false;
  if (isAlone(tokens, at) || isStyle(tokens, at)) return true;
  if (COMMANDS.get(text) === 'greek') return certaintyOfGreek(tokens, at, habits);
  if (isTightToGreek(tokens, at)) return true;
  const inTo = text === 'in' || text === 'to' ? certaintyOfInTo(tokens, at, habits) : undefined;
  if (inTo !== undefined) return inTo;
  if (isApplied(tokens, at) || isEllipsis(tokens, at) || isIndependence(tokens, at)) return true;
  if (JOINING.has(text) && isJoining(tokens, at)) return true;
  return isAfterProse(tokens, at) ? false : undefined;
}

/** "dots" of "X_1,dots,X_n" */
function isEllipsis(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.text === 'dots' && isTight(tokens[at - 1], ',') && isTight(tokens[at + 1], ',')
  );
}

/** Both of "X perp!!!perp Y" */
function isIndependence(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.text !== 'perp') return false;
  return isTight(tokens[at + 1], '!') || (isTight(tokens[at - 1], '!') && !tokens[at]!.spaced);
}

/** "hat" of "hattheta" */
function isStyle(tokens: readonly Token[], at: number): boolean {
  const { glued } = tokens[at]!;
  return glued !== undefined && tokens[at + 1]?.glued === glued && isStyled(tokens, at + 1);
}

/** "parallel" of "parallel rounds", "subset" of "a subset T" */
function isDescribing(tokens: readonly Token[], at: number): boolean {
  const [before, { text, glued }, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (glued !== undefined || after?.spaced !== true) return false;
  if (DESCRIBING.test(text) && after.kind === 'word') return true;
  if (text !== 'sum' && text !== 'subset') return false;
  if (before?.text !== 'A') return before?.text === 'a';
  const end = tokens[at - 2];
  return end === undefined || end.text === '.';
}

/** "{sim}", "^{circ}"; a word of prose only where a script holds it. */
function isAlone(tokens: readonly Token[], at: number): boolean {
  if (!isTight(tokens[at - 1], '{') || !isTight(tokens[at + 1], '}')) return false;
  return tokens[at - 2]?.kind === 'script' || !isPlainWord(tokens[at]!);
}

/** What stands beside a sure sign: "Omega subset R", "kappa cdot x", "10 times to 370 times speedup". */
export function markOperands(tokens: readonly Token[], known: Known[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!token.spaced && isPairOfTimes(tokens, i)) known[i + 3] = true;
    if (known[i] !== true) continue;
    if (isPairOfTimes(tokens, i - 3)) known[i - 3] = true;
    if (isClosed(tokens, i)) markClosed(tokens, known, i);
    if (APPLIED.test(token.text) && tokens[i + 1]?.kind === 'letter') known[i + 1] = true;
    if (!JOINING.has(token.text) && !isSureJoint(token)) continue;
    for (const beside of [i - 1, i + 1]) {
      if (tokens[beside] !== undefined && isGreekWord(tokens[beside])) known[beside] = true;
    }
  }
}

/** "ge" of "l!ge!1": negative spaces on both sides */
function isClosed(tokens: readonly Token[], at: number): boolean {
  return isTight(tokens[at - 1], '!') && !tokens[at]!.spaced && isTight(tokens[at + 1], '!');
}

/** "l!" and "!1" of "l!ge!1" */
function markClosed(tokens: readonly Token[], known: Known[], at: number): void {
  known.fill(true, at - 1, at + 2);
  for (const beside of [at - 2, at + 2]) {
    const kind = tokens[beside]?.kind;
    if (kind === 'letter' || kind === 'number') known[beside] = true;
  }
}

/** "cdot", "leq", a certain "in": made to stand between operands */
function isSureJoint({ kind, text }: Token): boolean {
  const type = COMMANDS.get(text);
  if (text === 'to' || text === 'in') return true;
  return kind === 'plain' && (type === 'operator' || type === 'relation' || type === 'arrow');
}

/** "10 times to 370 times", "4.2times and 3 times", from the first "times" */
function isPairOfTimes(tokens: readonly Token[], at: number): boolean {
  const [number, times, link, other, last] = tokens.slice(Math.max(0, at - 1), at + 4);
  return (
    number?.kind === 'number' &&
    times?.text === 'times' &&
    BETWEEN_TIMES.test(link?.text ?? '') &&
    other?.kind === 'number' &&
    last?.text === 'times'
  );
}

/** "n" `log` "n", "log n", "sqrt n", "hat x": a function or an accent right before one letter. */
function isApplied(tokens: readonly Token[], at: number): boolean {
  const { text, glued } = tokens[at]!;
  const after = tokens[at + 1];
  if (!APPLIED.test(text) || after === undefined) return false;
  const isLetter = after.kind === 'letter' && /^[b-zB-HJ-Z]$/.test(after.text);
  if (text === 'sqrt' && after.kind === 'number' && !after.spaced) return true;
  return isLetter || (glued !== undefined && (after.text === '(' || after.kind === 'number'));
}

function isJoining(tokens: readonly Token[], at: number): boolean {
  const { text, glued } = tokens[at]!;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (isClosed(tokens, at)) return true;
  if (glued !== undefined) return isJoiningInRun(tokens, at);
  if (text === 'll' || text === 'gg') return true;
  if (text === 'mid' && isCondition(tokens, at)) return true;
  if (text === 'pm' && before?.kind === 'word' && DEVIATION.test(after?.text ?? '')) return true;
  if (text === 'times' && isTimes(tokens, at)) return true;
  if (text === 'colon' && before?.kind === 'letter' && after?.text === '(') return true;
  if (after?.kind === 'number' && text !== 'mid' && text !== 'times') {
    if (text === 'succ' && isOperandBefore(tokens, at)) return true;
    return !after.spaced || isQuantity(before) || BEFORE_NUMBER.has(text);
  }
  if ((text === 'sim' || text === 'approx') && isSureOperand(tokens, at + 1)) return true;
  return (
    isOperandBefore(tokens, at) &&
    isSymbol(after) &&
    !(text === 'times' && after!.kind === 'number')
  );
}

/** "(a mid s)", "(y mid prompt)", "(cdot mid s)"; not "(a mid range)" */
function isCondition(tokens: readonly Token[], at: number): boolean {
  const [opener, given, , on] = tokens.slice(Math.max(0, at - 2), at + 2);
  if (given?.text === 'cdot') return true;
  if (opener?.text !== '(' || given?.kind !== 'letter' || given.spaced) return false;
  return isSymbol(on) || (given.text !== 'a' && on?.kind === 'word');
}

/** "N^{2.51}" of "sim N^{2.51}", "!10" of "sim!10^4" */
function isSureOperand(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (isTight(tokens[at], '!')) return next?.kind === 'number' && !next.spaced;
  return tokens[at]?.kind === 'letter' && next?.kind === 'script' && !next.spaced;
}

/** "d" `leq` "361", "x" `in` "R", "perp" "Grad": the parts of one run of letters. */
function isJoiningInRun(tokens: readonly Token[], at: number): boolean {
  const { text, glued } = tokens[at]!;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const goesOn = after?.kind === 'number' || after?.glued === glued;
  if (text === 'circ') return before?.glued === glued && isSymbol(after);
  if (text === 'colon' && after?.text === '(') return true;
  if (text === 'pm' && after?.glued === glued) return true;
  if (tokens[at - 2]?.kind === 'script' && before?.glued === glued) return true;
  const isMuch = (text === 'll' || text === 'gg') && isSymbol(before);
  if (text.length === 2 && before?.kind !== 'letter' && !isMuch) return false;
  if (text.length > 2 && goesOn) return true;
  if (text.length >= 4 && /^[A-Z]/.test(after?.text ?? '')) return true;
  return isOperandBefore(tokens, at) && isSymbol(after);
}

/** "2times 3", "256 times256", "25 m times 25 m", "4.5 times speedup", "n times m" */
function isTimes(tokens: readonly Token[], at: number): boolean {
  const { spaced } = tokens[at]!;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (after?.kind !== 'number')
    return before?.kind === 'number' && TIMES_OF.test(after?.text ?? '');
  return !after.spaced || (isQuantity(before) && !spaced) || isUnit(tokens, at - 1);
}

/** An operator or relation after a word of prose and before none of its operands. */
function isAfterProse(tokens: readonly Token[], at: number): boolean {
  const kind = COMMANDS.get(tokens[at]!.text);
  if (kind !== 'operator' && kind !== 'relation' && kind !== 'arrow') return false;
  return tokens[at - 1]?.kind === 'word' && tokens[at]!.spaced && tokens[at + 1]?.kind !== 'number';
}
