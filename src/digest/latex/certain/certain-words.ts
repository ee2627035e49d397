import { COMMANDS } from '../commands.ts';
import type { Habits } from '../evidence.ts';
import type { Known } from '../label-tokens.ts';
import type { Token } from '../tokenize.ts';
import { certaintyOfGreek } from './certain-greek.ts';
import { isCloser, isGreekWord, isQuantity, isSymbol, isTight, isUnit } from './neighbours.ts';

/** Signs between two operands; `in`, `to`, `models` need more than that. */
const JOINING = new Set(
  `ge le gt lt ne ll gg sim pm mp cup cap subset subseteq approx cong iff implies times succ prec div
  vee perp colon mid`.split(/\s+/),
);
/** Those that in prose no number follows: "sim 30", "approx 0.8", "pm 10". */
const BEFORE_NUMBER = new Set('ge le gt lt ne ll gg sim pm mp approx'.split(' '));
/** "4.5 times speedup"; "4.5 times faster" is English */
const TIMES_OF = /^(?:speed-?ups?|acceleration|throughput|energy|compression|upscal\w+)$/;
/** "to" of "10 times to 370 times speedup" */
const BETWEEN_TIMES = /^(?:to|and|or|[,/–-])$/;
/** "log n", "sqrt n", "hat x" */
const APPLIED = /^(?:log|ln|exp|sqrt|hat|tilde|widehat|widetilde)$/;
/** How far a comma may stand in "in [x_0, x_1]". */
const INTERVAL_REACH = 8;

/** A word of English that can only be a command where it stands, or only a word. */
export function certaintyOfWord(tokens: readonly Token[], at: number, habits: Habits): Known {
  const { text } = tokens[at]!;
  const after = tokens[at + 1];
  if (text === 'int' && after?.kind !== 'script') return false;
  if (isTight(tokens[at - 1], '{') && isTight(after, '}')) return true;
  if (COMMANDS.get(text) === 'greek') return certaintyOfGreek(tokens, at, habits);
  if ((text === 'in' || text === 'to') && isInterval(tokens, at)) return true;
  if (text === 'in' && isMembership(tokens, at)) return true;
  if (isApplied(tokens, at)) return true;
  if (JOINING.has(text) && isJoining(tokens, at)) return true;
  return isAfterProse(tokens, at) ? false : undefined;
}

/** What stands beside a sure sign: "Omega subset R", "kappa cdot x", "10 times to 370 times speedup". */
export function markOperands(tokens: readonly Token[], known: Known[]): void {
  for (const [i, token] of tokens.entries()) {
    if (known[i] !== true) continue;
    if (token.text === 'times') markOtherTimes(tokens, known, i);
    if (!JOINING.has(token.text) && !isSureJoint(token)) continue;
    for (const beside of [i - 1, i + 1]) {
      if (tokens[beside] !== undefined && isGreekWord(tokens[beside])) known[beside] = true;
    }
  }
}

/** "cdot", "leq": no words, and made to stand between operands */
function isSureJoint({ kind, text, glued }: Token): boolean {
  const type = COMMANDS.get(text);
  return kind === 'plain' && glued === undefined && (type === 'operator' || type === 'relation');
}

/** "10 times" of "10 times to 370 times speedup" */
function markOtherTimes(tokens: readonly Token[], known: Known[], at: number): void {
  const [first, other, link, number] = tokens.slice(Math.max(0, at - 4), at);
  const isPair =
    first?.kind === 'number' &&
    other?.text === 'times' &&
    number?.kind === 'number' &&
    BETWEEN_TIMES.test(link!.text);
  if (isPair) known[at - 3] = true;
}

/** "n" `log` "n", "log n", "sqrt n", "hat x": a function or an accent right before one letter. */
function isApplied(tokens: readonly Token[], at: number): boolean {
  const { text, glued } = tokens[at]!;
  const after = tokens[at + 1];
  if (!APPLIED.test(text) || after === undefined) return false;
  const isLetter = after.kind === 'letter' && /^[b-zB-HJ-Z]$/.test(after.text);
  return isLetter || (glued !== undefined && (after.text === '(' || after.kind === 'number'));
}

function isJoining(tokens: readonly Token[], at: number): boolean {
  const { text, glued } = tokens[at]!;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (glued !== undefined) return isJoiningInRun(tokens, at);
  if (text === 'll' || text === 'gg') return true;
  if (text === 'times' && isTimes(tokens, at)) return true;
  if (text === 'colon' && before?.kind === 'letter' && after?.text === '(') return true;
  if (after?.kind === 'number' && text !== 'mid' && text !== 'times') {
    return !after.spaced || isQuantity(before) || BEFORE_NUMBER.has(text);
  }
  return (
    isOperandBefore(before) && isSymbol(after) && !(text === 'times' && after!.kind === 'number')
  );
}

/** "d" `leq` "361", "x" `in` "R", "perp" "Grad": the parts of one run of letters. */
function isJoiningInRun(tokens: readonly Token[], at: number): boolean {
  const { text, glued } = tokens[at]!;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const goesOn = after?.kind === 'number' || after?.glued === glued;
  if (text === 'colon' && after?.text === '(') return true;
  if (text === 'pm' && after?.glued === glued) return true;
  if (text.length === 2 && before?.kind !== 'letter') return false;
  if (text.length > 2 && goesOn) return true;
  if (text.length >= 4 && /^[A-Z]/.test(after?.text ?? '')) return true;
  return isOperandBefore(before) && isSymbol(after);
}

/** "2times 3", "256 times256", "25 m times 25 m", "4.5 times speedup", "n times m" */
function isTimes(tokens: readonly Token[], at: number): boolean {
  const { spaced } = tokens[at]!;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (after?.kind !== 'number')
    return before?.kind === 'number' && TIMES_OF.test(after?.text ?? '');
  return !after.spaced || (isQuantity(before) && !spaced) || isUnit(tokens, at - 1);
}

function isOperandBefore(token: Token | undefined): boolean {
  return isSymbol(token) || isCloser(token);
}

/** An operator or relation after a word of prose and before none of its operands. */
function isAfterProse(tokens: readonly Token[], at: number): boolean {
  const kind = COMMANDS.get(tokens[at]!.text);
  if (kind !== 'operator' && kind !== 'relation' && kind !== 'arrow') return false;
  return tokens[at - 1]?.kind === 'word' && tokens[at]!.spaced && tokens[at + 1]?.kind !== 'number';
}

/** "E in U"; not "N in N-shot", not the "Fin" of "FinBERT". */
function isMembership(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.kind !== 'letter' || after?.kind !== 'letter') return false;
  if (before.text === after.text || (tokens[at]!.glued?.length ?? 0) > 4) return false;
  return isSymbol(after) && after.text !== 'I' && !isTight(tokens[at + 2], '-');
}

/** "x in [0, 1]", "t in[t_0,t_1]": an operand before, a comma within. */
function isInterval(tokens: readonly Token[], at: number): boolean {
  const opener = tokens[at + 1]?.text;
  if ((opener !== '[' && opener !== '{') || !isOperandBefore(tokens[at - 1])) return false;
  return tokens.slice(at + 2, at + 2 + INTERVAL_REACH).some(({ text }) => text.includes(','));
}
