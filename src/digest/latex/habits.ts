import { isInBrackets, isNameOfProgram } from './certain/neighbours.ts';
import { COMMANDS } from './commands.ts';
import type { Token } from './tokenize.ts';

/** What the whole text tells about its author's way of writing. */
export interface Habits {
  /** TeX that survived the page, or damage that nothing else explains: "\%", "leq". */
  tex: boolean;
  /** Percent signs without a backslash: the author wrote plain text, or inside formulas. */
  plainPercent: boolean;
  /** Mathematics typed as a program: "<=", "sqrt(", " * ". */
  ascii: boolean;
  /** Greek letters as such: its formulas do not spell them, its prose may. */
  greek: boolean;
  /** Letters and names that stand right beside a sure sign of mathematics: "x" of "x_1". */
  symbols: ReadonlySet<string>;
  /** The first token of all "x" in brackets, "(x)", which may be the tenth item of a list; or -1. */
  tenth: number;
}

/** "12%" */
const PLAIN_PERCENT = /(?<!\\)%/;
/** "<=", "sqrt(x)", "d_v * d_t", "^(-alpha)" */
const ASCII_MATH = /[<>]=|\bsqrt\(|[\w)] \* [\w(]|\^\(|~=/;
/** "Δ" */
const GREEK = /[Α-Ωα-ωϵϕϑϱ]/;
/** "82.5\%", "G\"odel", "Q\&A" */
const SURVIVING_TEX = /\\[%&"'`^~$#_{}A-Za-z(]|``|[A-Za-z]~[A-Za-z]/;

export function readHabits(source: string, tokens: readonly Token[]): Habits {
  return {
    tex: SURVIVING_TEX.test(source) || tokens.some((_, i) => isProof(tokens, i)),
    plainPercent: PLAIN_PERCENT.test(source),
    ascii: ASCII_MATH.test(source),
    greek: GREEK.test(source),
    symbols: symbolsOf(tokens),
    tenth: tokens.findIndex(({ text }, i) => text === 'x' && isInBrackets(tokens, i)),
  };
}

function symbolsOf(tokens: readonly Token[]): Set<string> {
  const symbols = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const { kind, glued } = tokens[i]!;
    if (kind !== 'script' && (kind !== 'plain' || glued !== undefined)) continue;
    for (const beside of [tokens[i - 1], tokens[i + 1], tokens[i + 2]]) {
      if (beside?.kind === 'letter' || beside?.kind === 'english') symbols.add(beside.text);
    }
  }
  return symbols;
}

/** "leq", "x_{1}", "3times", "sim5" */
function isProof(tokens: readonly Token[], at: number): boolean {
  const { kind, glued, text } = tokens[at]!;
  const next = tokens[at + 1];
  const tight = next !== undefined && !next.spaced;
  if (kind === 'plain') return glued === undefined;
  if (kind === 'script') {
    const isOfName = isNamed(tokens[at - 1]) && !isNameOfProgram(tokens, at, false);
    return tight && (next.text === '{' || isIndexName(next) || isOfName);
  }
  if (text === '{') return tight && tokens[at + 2]?.kind === 'script';
  if (kind === 'number') return tight && next.text === 'times';
  return (text === 'sim' || text === 'pm') && tight && next.kind === 'number';
}

/** "pi" of "q_pi"; "x_max" is typed by hand, too */
function isIndexName(token: Token): boolean {
  return isNamed(token) && COMMANDS.get(token.text) !== 'function';
}

/** "log" of "log_2", "pi" of "pi_0", "φ" of "φ_k" */
function isNamed(token: Token | undefined): boolean {
  if (token?.kind === 'letter') return token.text > '~';
  return token !== undefined && (token.kind === 'english' || token.kind === 'plain');
}
