import { COMMANDS } from '../commands.ts';
import type { Habits } from '../habits.ts';
import type { Known } from '../label-tokens.ts';
import type { Token } from '../tokenize.ts';
import { markFences } from './certain-fences.ts';
import { markRepeated } from './certain-greek.ts';
import { markScripts } from './certain-scripts.ts';
import { certaintyOfWord, markOperands } from './certain-words.ts';
import { isSymbol } from './neighbours.ts';

/** Tokens this close to a sign of mathematics are weighed; the rest is prose. */
const REACH = 10;

/**
 * What is certain before anything is weighed: prose far from every sign of mathematics; a formula
 * where a command stands that is no word, or a script in braces. Undefined is for the weights.
 */
export function whatIsKnown(tokens: readonly Token[], habits: Habits): Known[] {
  const reach = withinReach(tokens);
  const isTyped = habits.ascii && !habits.tex;
  let known = knownWords(tokens, reach, habits);
  const tex = habits.tex || (!habits.ascii && known.includes(true));
  const shown = { ...habits, tex };
  if (tex && !habits.tex) known = knownWords(tokens, reach, shown);
  markFences(tokens, known);
  markScripts(tokens, known, shown, isTyped);
  markRepeated(tokens, known);
  return known;
}

function knownWords(tokens: readonly Token[], reach: readonly Known[], habits: Habits): Known[] {
  const isTyped = habits.ascii && !habits.tex;
  const known = tokens.map((token, i) => {
    if (reach[i] !== undefined) return reach[i];
    if (token.glued !== undefined && tokens[i - 2]?.kind === 'script' && !isTyped) return true;
    if (token.text === 'neq' && isBetweenOperands(tokens, i)) return !isTyped;
    return token.kind === 'english' && !isTyped
      ? certaintyOfWord(tokens, i, habits)
      : certaintyOf(token, isTyped);
  });
  markOperands(tokens, known);
  markRepeated(tokens, known);
  return known;
}

/** "neq" of "ineq j": in a run of letters it needs an operand on both sides */
function isBetweenOperands(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind === 'letter' && isSymbol(tokens[at + 1]);
}

/** The sure and the possible signs of broken mathematics. */
export function isSeen({ kind }: Token): boolean {
  return kind === 'plain' || kind === 'english' || kind === 'script' || kind === 'command';
}

function withinReach(tokens: readonly Token[]): Known[] {
  const known: Known[] = Array.from({ length: tokens.length }, () => false);
  let reached = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!isHint(tokens, i)) continue;
    reached = Math.max(reached, i - REACH);
    for (; reached <= Math.min(tokens.length - 1, i + REACH); reached++) known[reached] = undefined;
  }
  return known;
}

/** A sign of mathematics; words of English only beside an operand. */
function isHint(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'english') return isSeen(token);
  return isOperand(tokens[at - 1]) || isOperand(tokens[at + 1]) || isName(token);
}

function isOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'letter') return !/^[aAI]$/.test(token.text);
  if (token.kind === 'sign') return !/^[.,;:?!'"’”“-]$/.test(token.text);
  return token.kind !== 'word' && token.kind !== 'english';
}

/** "alpha", "times": not one of the little words. */
function isName({ text }: Token): boolean {
  const kind = COMMANDS.get(text);
  if (kind === 'arrow') return text !== 'to';
  return kind === 'greek' || kind === 'operator' || kind === 'letterlike' || kind === 'accent';
}

/** Formulas typed as in a program (`isTyped`) are left as they are. */
function certaintyOf(token: Token, isTyped: boolean): Known {
  switch (token.kind) {
    case 'kept':
      return false;
    case 'escape':
      return token.text === '\\%' ? undefined : false;
    case 'command':
      return true;
    case 'plain':
      return isProvenCommand(token) ? true : undefined;
    default:
      return isTyped ? false : undefined;
  }
}

/** A command that is no word; within a run of letters, a sign that no word ends with. */
function isProvenCommand({ text, glued }: Token): boolean {
  if (glued === undefined) return true;
  const kind = COMMANDS.get(text);
  const isSign = kind !== 'greek' && kind !== 'function';
  return isSign && text.length >= 3 && text !== 'ell' && text !== 'neq';
}
