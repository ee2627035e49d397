import { COMMANDS } from './commands.ts';
import { isDivergence, isNorm, isSetBrace, matchBraces, type Braces } from './formula-brackets.ts';
import type { Token } from './tokenize.ts';

/** After these a lost `\!` shows as an exclamation mark: `\alpha,\!\beta`, `[\![`. */
const BEFORE_NEGATIVE_SPACE = /^[,;=<>+([|]$/;

/** A script of one sign and what follows it: "Tw" of "x^Tw", "wP" of "sum_wP", "nt" of "L_nt". */
const ONE_SIGN = /^(?:T[A-Za-z]|[a-z][A-Z]|[klmnpqrs]t)$/;

/**
 * Writes the TeX of a formula from its damaged tokens: backslashes go back before commands and
 * before `%`, `#`, `&`; a script of several signs gets its braces; bars with an index become a
 * norm. Letters are never added. Undefined where part of the formula is lost for good.
 */
export function rebuildTex(tokens: readonly Token[]): string | undefined {
  const braces = matchBraces(tokens);
  if (braces === undefined || tokens.some((_, i) => lacksScript(tokens, i))) return undefined;
  let tex = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const script = tokens[i - 1]?.kind === 'script' && !token.spaced;
    if (token.spaced && i > 0) tex += ' ';
    tex = join(tex, script ? scriptTex(tokens, i, braces) : tokenTex(tokens, i, braces));
  }
  return tex;
}

/** "_" of "N_=100", whose script is lost. */
function lacksScript(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  return (
    tokens[at]!.kind === 'script' && after?.kind === 'sign' && /^[=<>,;.)\]}]$/.test(after.text)
  );
}

/** A letter after a command needs a space: `\alpha x`. */
function join(tex: string, next: string): string {
  return /^[A-Za-z]/.test(next) && /\\[A-Za-z]+$/.test(tex) ? `${tex} ${next}` : tex + next;
}

/** "limits" of "sumlimits", which is `\sum\limits` */
const LIMITS = /(?<=^(?:sum|prod))limits$/;

function tokenTex(tokens: readonly Token[], at: number, braces: Braces): string {
  const { kind, text } = tokens[at]!;
  if (kind === 'english' && isLetters(tokens, at)) return text;
  if (kind === 'plain' || kind === 'english') return `\\${text.replace(LIMITS, '\\limits')}`;
  if (kind === 'script') return `${hasBase(tokens, at) ? '' : '{}'}${text}`;
  if (kind === 'sign') return signTex(tokens, at, braces);
  return text;
}

/**
 * `^per` → `^{per}`: the page ate `\\text`, whose braces made one script of the letters. TeX's own
 * reading, one sign only, is kept for digits and for a transpose (`x^Tw`).
 */
function scriptTex(tokens: readonly Token[], at: number, braces: Braces): string {
  const { kind, text } = tokens[at]!;
  if (kind === 'english' && isWordOfScript(text)) return `{${text}}`;
  const tex = tokenTex(tokens, at, braces);
  // TeX sets a bare `_\max`, KaTeX does not.
  const isGroup = COMMANDS.get(text) === 'function' || (kind === 'word' && !ONE_SIGN.test(text));
  return isGroup ? `{${tex}}` : tex;
}

/**
 * "tt" of "e^+e^- to tt", "ll" of "π^{ll}": as a command it would hide or be a sign without
 * operands; here the letters are meant.
 */
function isLetters(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const type = COMMANDS.get(tokens[at]!.text);
  if (type === 'switch') return before?.text !== '{' && !(after?.spaced && isOperand(after));
  return (
    isWordOfScript(tokens[at]!.text) &&
    tokens[at - 2]?.kind === 'script' &&
    isInBraces(before, after)
  );
}

/** "in" of "c_in", "ll" of "π^{ll}" */
function isWordOfScript(text: string): boolean {
  return COMMANDS.get(text) === 'relation' || text === 'to';
}

function isInBraces(before: Token | undefined, after: Token | undefined): boolean {
  return before?.text === '{' && after?.text === '}';
}

function isOperand({ kind }: Token): boolean {
  return kind === 'letter' || kind === 'word' || kind === 'number';
}

function hasBase(tokens: readonly Token[], at: number): boolean {
  const base = tokens[at - 1];
  if (base === undefined || tokens[at]!.spaced) return false;
  if (tokens[at - 2]?.kind === 'script') return true;
  return base.kind !== 'sign' || !/^[{(,;=<>+\-[]$/.test(base.text);
}

function signTex(tokens: readonly Token[], at: number, braces: Braces): string {
  const { text } = tokens[at]!;
  switch (text) {
    case '%':
    case '#':
    case '&':
      return `\\${text}`;
    case '{':
    case '}':
      return isSetBrace(tokens, at, braces) ? `\\${text}` : text;
    case '|':
      return isNorm(tokens, at) || isDivergence(tokens, at) ? '\\|' : '|';
    case '!':
      return isNegativeSpace(tokens, at) ? '\\!' : '!';
    case ';':
      return isAroundBar(tokens, at) ? '\\;' : ';';
    case ',':
      return isThinSpace(tokens, at) ? '\\,' : ',';
    default:
      return text;
  }
}

/** "alpha,!beta", "[![n, k]!]", "^2!S", "!cdot!", "!left(", "perp!!!perp"; not the factorial of "n! leq m" */
function isNegativeSpace(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before === undefined) return true;
  if (tokens[at]!.spaced) return false;
  if (before.text === 'perp' || (before.text === '!' && isNegativeSpace(tokens, at - 1)))
    return true;
  if (before.kind === 'sign' && BEFORE_NEGATIVE_SPACE.test(before.text)) return true;
  if (after === undefined || after.spaced) return false;
  if (before.text === ']' && after.text === ']') return true;
  if (tokens[at - 2]?.kind === 'script' && after.kind === 'letter') return true;
  if (COMMANDS.get(after.text) === 'delimiter') return true;
  return isJoint(before) || (isJoint(after) && tokens[at + 2]?.text === '!');
}

/** "cdot", "leq", ">" */
function isJoint({ kind, text }: Token): boolean {
  const type = COMMANDS.get(text);
  return type === 'operator' || type === 'relation' || (kind === 'sign' && /^[<>=]$/.test(text));
}

/** "- spurious,,states", "p,|,q", "5,mu", "2.7,E", "f(x),dx"; not the first comma of "x,,y" */
function isThinSpace(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before === undefined || after === undefined || after.spaced) return false;
  if (isComma(after)) return before.kind === 'word';
  if (isComma(before) || isAroundBar(tokens, at)) return true;
  if (before.text === ')') return DIFFERENTIAL.test(after.text);
  return before.kind === 'number' && isUnitOf(before, after);
}

/** "dx" of "f(x),dx" */
const DIFFERENTIAL = /^d[a-z]?$/;

/** "GHz" after "5", "E" after "2.7": no list of numbers goes on so */
function isUnitOf(number: Token, { kind, text }: Token): boolean {
  if (text === 'mu' || kind === 'word') return true;
  return number.text.includes('.') && (kind === 'letter' || kind === 'plain' || text === '|');
}

/** Either sign of ",|," and ";|;" */
function isAroundBar(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!;
  return [1, -1].some((step) => {
    const [bar, other] = [tokens[at + step], tokens[at + 2 * step]];
    return bar?.text === '|' && other?.text === text && !other.spaced && !bar.spaced;
  });
}

function isComma({ kind, text }: Token): boolean {
  return kind === 'sign' && text === ',';
}
