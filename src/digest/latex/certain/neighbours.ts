import { COMMANDS } from '../commands.ts';
import type { Token } from '../tokenize.ts';

/** The token reads `text` and nothing stands between it and the one before. */
export function isTight(token: Token | undefined, text: string): boolean {
  return token !== undefined && !token.spaced && token.text === text;
}

/** "x" of "(x)" */
export function isInBrackets(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')';
}

/** Can be an operand: "x", "2", "lambda"; not the article "a". */
export function isSymbol(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'letter') return token.text !== 'a';
  return token.kind === 'number' || token.kind === 'plain' || COMMANDS.get(token.text) === 'greek';
}

/** ")" of "f(x) subset J" */
function isCloser(token: Token | undefined): boolean {
  return token !== undefined && /^[)\]}]$/.test(token.text);
}

/** An operand ends right before: "x in", "f(x) subset", "d^* in", "M_k le". */
export function isOperandBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (isSymbol(before) || isCloser(before)) return true;
  if (before?.kind === 'letter' && before.glued !== undefined) return true;
  return before !== undefined && !before.spaced && tokens[at - 2]?.kind === 'script';
}

/** "82.4%" of "82.4% pm 0.8", "(" of "(pm 1.5)" */
export function isQuantity(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || /^(?:\\?%|[)}(])$/.test(token.text));
}

/** "mm" of "32 mm times 21 mm" */
export function isUnit(tokens: readonly Token[], at: number): boolean {
  const [number, unit] = [tokens[at - 1], tokens[at]];
  return number?.kind === 'number' && unit !== undefined && /^[a-zA-Zµμ]{1,3}$/.test(unit.text);
}

/** A word of prose although a command too: braces around it prove nothing, "{implies}". */
export function isPlainWord({ text }: Token): boolean {
  return PLAIN_WORD.test(text);
}

const PLAIN_WORD = /^(?:implies|models|star|top|not|in|to|prime|sharp|flat|natural|square|space)$/;

/** "lambda" by itself, not as a part of a run of letters. */
export function isGreekWord({ kind, text, glued }: Token): boolean {
  return kind === 'english' && glued === undefined && COMMANDS.get(text) === 'greek';
}

/** "-4" of "Phi-4": the name of a product. */
export function isVersioned(tokens: readonly Token[], at: number): boolean {
  return isTight(tokens[at + 1], '-') && tokens[at + 2]?.kind === 'number';
}

/**
 * "top_k", "in_1", "min_p = 0.1": a name as programs have it, although a command as well. No formula
 * begins with a script of `\top` or `\in`; functions and operators have an operand, `max_i x_i`.
 * `sign` is the place of the script's sign.
 */
export function isNameOfProgram(tokens: readonly Token[], sign: number, tex: boolean): boolean {
  const base = tokens[sign - 1];
  if (base?.kind !== 'english' || base.glued !== undefined || tokens[sign]!.spaced) return false;
  const kind = COMMANDS.get(base.text)!;
  if (kind === 'greek' || (tokens[sign - 2]?.kind === 'script' && !base.spaced)) return false;
  if (kind !== 'function' && kind !== 'operator' && base.text !== 'partial') return true;
  return !tex && !isApplied(tokens, sign);
}

/** "sum_i", "log_2", "max_i x_i", "deg_G(v)" */
function isApplied(tokens: readonly Token[], sign: number): boolean {
  const [base, script, after] = [tokens[sign - 1]!, tokens[sign + 1], tokens[sign + 2]];
  if (base.text === 'sum' || base.text === 'prod') return true;
  if (base.text === 'log' && script?.kind === 'number') return true;
  return isTight(after, '(') || (after?.kind !== 'number' && isSymbol(after));
}
