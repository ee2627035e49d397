import { COMMANDS } from '../commands.ts';
import type { Habits } from '../habits.ts';
import type { Known } from '../label-tokens.ts';
import type { Token } from '../tokenize.ts';
import { isOperandBefore, isSymbol, isTight } from './neighbours.ts';

/** How far a comma may stand in "in [x_0, x_1]". */
const INTERVAL_REACH = 8;
/** How far back "from" may stand before its "to". */
const FROM_REACH = 8;
/** "Lin [12, 13]", "Qin [2022]" */
const SURNAME = /^[A-Z]in$/;
/** "set x to 0" is an order, "as x to 0" a limit. */
const ORDER = /^(?:set|sets|setting|from|reduces?|reducing|clip\w*|equal|close|drops?)$/i;

/** `in` and `to`, which are words of every sentence: a command only where no word could stand. */
export function certaintyOfInTo(tokens: readonly Token[], at: number, { tex }: Habits): Known {
  const { text, glued } = tokens[at]!;
  if (SURNAME.test(glued ?? '') && isCitation(tokens, at + 1)) return false;
  if (isInRun(tokens, at) || isInterval(tokens, at)) return true;
  if (text === 'in') {
    const isSure = tex || glued !== undefined || isScripted(tokens, at + 1);
    return (isMembership(tokens, at) && isSure) || undefined;
  }
  if (isLimit(tokens, at) || isBetweenNumbers(tokens, at)) return true;
  return isRange(tokens, at) ? false : undefined;
}

/** " [12, 13]" after a name */
function isCitation(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '[' && tokens[at]!.spaced && tokens[at + 1]?.kind === 'number';
}

/** "ntoinfty", "tto" of "N_tto", "to" of "x_{i}to 0", "Omegain S": no space before */
function isInRun(tokens: readonly Token[], at: number): boolean {
  const { glued, spaced } = tokens[at]!;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (!spaced && (tokens[at - 2]?.kind === 'script' || before?.text === '}')) return true;
  if (glued !== undefined && before?.glued === glued && COMMANDS.get(before.text) === 'greek')
    return isSymbol(after);
  return glued !== undefined && isOperandBefore(tokens, at) && before?.glued === glued
    ? after?.glued === glued && after.kind === 'plain'
    : false;
}

/** "x in [0, 1]", "t in[t_0,t_1]", "f: X to [0, 1]": an operand before, a comma within; "kin [K]" */
function isInterval(tokens: readonly Token[], at: number): boolean {
  const opener = tokens[at + 1]?.text ?? '';
  const { text, glued } = tokens[at]!;
  if (!/^[[{(]$/.test(opener) || !isOperandBefore(tokens, at)) return false;
  if (opener === '(' && glued === undefined) return false;
  if (text === 'to' && tokens[at - 2]?.text !== ':') return false;
  if (glued !== undefined && isTight(tokens[at + 3], ']')) return true;
  return tokens.slice(at + 2, at + 2 + INTERVAL_REACH).some(({ text }) => text.includes(','));
}

/** "E in U"; not "N in N-shot", "K in d dimensions", not the "Fin" of "FinBERT". */
function isMembership(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.kind !== 'letter' || after?.kind !== 'letter') return false;
  if (before.text === after.text || (tokens[at]!.glued?.length ?? 0) > 4) return false;
  if (/^[a-z]$/.test(after.text) && tokens[at + 2]?.kind === 'word') return false;
  return isSymbol(after) && after.text !== 'I' && !isTight(tokens[at + 2], '-');
}

/** "Z" of "k in Z^+" */
function isScripted(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.kind === 'script' && !tokens[at + 1]!.spaced;
}

/** "n to infty", "hbar to 0" */
function isLimit(tokens: readonly Token[], at: number): boolean {
  if (!isOperandBefore(tokens, at) || tokens[at - 1]!.kind === 'number') return false;
  if (tokens.slice(Math.max(0, at - 5), at).some(({ text }) => ORDER.test(text))) return false;
  const sign = /^[+-]$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
  const [end, next] = [tokens[at + 1 + sign], tokens[at + 2 + sign]];
  if (end?.text === 'infty' || end?.text === '∞') return true;
  return end?.text === '0' && !isTight(next, '%') && !isTight(next, '-');
}

/** "127to62", "40.2%to56.6%": no word stands like this */
function isBetweenNumbers(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before === undefined || after?.kind !== 'number') return false;
  if (tokens[at]!.spaced || after.spaced) return false;
  return /^\\?%$/.test(before.text) || (before.kind === 'number' && before.spaced);
}

/** "from 0.4 to 0.2", "512 to 1024" */
function isRange(tokens: readonly Token[], at: number): boolean {
  if (!tokens[at]!.spaced || tokens[at + 1]?.spaced !== true) return false;
  if (tokens[at + 1]!.kind === 'number') return true;
  const before = tokens.slice(Math.max(0, at - FROM_REACH), at);
  return before.some(({ text }) => /^(?:from|between)$/i.test(text));
}

/** Letters beside a sign that is typed as such: "αin", "hatγ", "1le αle". */
export function isTightToGreek(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (
    (isGreekSign(before) && !tokens[at]!.spaced) ||
    (isGreekSign(after) && !after!.spaced && COMMANDS.get(tokens[at]!.text) !== 'greek')
  );
}

function isGreekSign(token: Token | undefined): boolean {
  return token?.kind === 'letter' && token.text > '~';
}
