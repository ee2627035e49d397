import { COMMANDS } from '../commands.ts';
import type { Habits } from '../habits.ts';
import type { Known } from '../label-tokens.ts';
import type { Token } from '../tokenize.ts';
import { isOperandBefore, isSymbol, isTight } from './neighbours.ts';

/** How far a comma may stand in "in [x_0, x_1]". */
const INTERVAL_REACH = 8;
/** How far back "from" may stand before its "to". */
const FROM_REACH = 12;
/** "Lin [12, 13]", "Qin [2022]" */
const SURNAME = /^[A-Z]in$/;
/** "set x to 0" is an order, "as x to 0" a limit. */
const ORDER = /^(?:set|sets|setting|from|reduces?|reducing|clip\w*|equal|close|drops?)$/i;

/** `in` and `to`, which are words of every sentence: a command only where no word could stand. */
export function certaintyOfInTo(tokens: readonly Token[], at: number, { tex }: Habits): Known {
  const { text, glued } = tokens[at]!;
  if (glued === undefined && isBeforeCompound(tokens, at)) return false;
  if (SURNAME.test(glued ?? '') && isCitation(tokens, at + 1)) return false;
  if (isInRun(tokens, at) || isInterval(tokens, at)) return true;
  if (text === 'in') {
    const isSure = tex || glued !== undefined || isScripted(tokens, at + 1);
    return (isMembership(tokens, at) && isSure) || undefined;
  }
  if (isLimit(tokens, at) || isBetweenNumbers(tokens, at)) return true;
  if (isRange(tokens, at)) return false;
  return (tex && isMapping(tokens, at)) || undefined;
}

/** " [12, 13]" after a name */
function isCitation(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '[' && tokens[at]!.spaced && tokens[at + 1]?.kind === 'number';
}

/** "ntoinfty", "tto" of "N_tto", "to" of "x_{i}to 0", "Omegain S": no space before */
function isInRun(tokens: readonly Token[], at: number): boolean {
  const { text, glued, spaced } = tokens[at]!;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (!spaced && (tokens[at - 2]?.kind === 'script' || before?.text === '}')) return true;
  if (before?.text === ']' && !spaced && text === 'to') return true;
  if (before?.text === ')' && !spaced && after?.spaced) return /^[A-Z]$/.test(after.text);
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
  if (text === 'in' && isIndexSet(tokens, at + 1)) return true;
  if (opener === '(' && glued === undefined && !isHalfLine(tokens, at + 1)) return false;
  if (text === 'to' && tokens[at - 2]?.text !== ':') return false;
  if (glued !== undefined && isTight(tokens[at + 3], ']')) return true;
  return tokens.slice(at + 2, at + 2 + INTERVAL_REACH).some(({ text }) => text.includes(','));
}

/** "[n]", "[K - 1]": no citation begins with a letter and holds so little */
function isIndexSet(tokens: readonly Token[], at: number): boolean {
  const [opener, first, next] = tokens.slice(at, at + 3);
  if (opener?.text !== '[' || first?.kind !== 'letter') return false;
  const end = /^[+-]$/.test(next?.text ?? '') ? tokens[at + 4] : next;
  return end?.text === ']';
}

/** "(0, infty)", "(0, 1]" */
function isHalfLine(tokens: readonly Token[], at: number): boolean {
  const [opener, first, comma, last, closer] = tokens.slice(at, at + 5);
  if (opener?.text !== '(' || comma?.text !== ',') return false;
  return (
    last?.text === 'infty' ||
    (first?.text === '0' && last?.kind === 'number' && /^[)\]]$/.test(closer?.text ?? ''))
  );
}

/** "ell_2-norm" of "mu in ell_2-norm": an attribute, no set */
function isBeforeCompound(tokens: readonly Token[], at: number): boolean {
  const hyphen = tokens[at + 2]?.kind === 'script' ? at + 4 : at + 2;
  return (
    isTight(tokens[hyphen], '-') &&
    isTight(tokens[hyphen + 1], tokens[hyphen + 1]?.text ?? '') &&
    tokens[hyphen + 1]!.kind === 'word'
  );
}

/** "X to Y" of "f_{1}: X to Y", "d/n to gamma"; not "A/B to C" */
function isMapping(tokens: readonly Token[], at: number): boolean {
  const [colon, before, , after] = tokens.slice(Math.max(0, at - 2), at + 2);
  if (!isSymbol(before) || !isSymbol(after) || !isOperandBefore(tokens, at - 2)) return false;
  return colon!.text === ':' || (isTight(colon, '/') && COMMANDS.get(after!.text) === 'greek');
}

/** "E in U"; not "N in N-shot", "K in d dimensions", not the "Fin" of "FinBERT". */
function isMembership(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.kind !== 'letter' || after?.kind !== 'letter') return false;
  if (before.text === after.text || (tokens[at]!.glued?.length ?? 0) > 4) return false;
  if (/^[a-z]$/.test(after.text) && tokens[at + 2]?.kind === 'word') return false;
  if (after.text === 'I' && before.text !== 'i') return false;
  return isSymbol(after) && !isTight(tokens[at + 2], '-');
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

/** "127to62", "(0.2to0.5)", "40.2%to56.6%": no word stands like this */
function isBetweenNumbers(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before === undefined || after?.kind !== 'number') return false;
  if (tokens[at]!.spaced || after.spaced) return false;
  if (before.kind !== 'number') return /^\\?%$/.test(before.text);
  return before.spaced || /^[([≈~]$/.test(tokens[at - 2]?.text ?? '');
}

/** "from 0.4 to 0.2", "512 to 1024", "x in X to y in Y" */
function isRange(tokens: readonly Token[], at: number): boolean {
  if (!tokens[at]!.spaced || tokens[at + 1]?.spaced !== true) return false;
  if (tokens[at + 1]!.kind === 'number') return true;
  if (tokens[at - 2]?.text === 'in' && tokens[at + 2]?.text === 'in') return true;
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
