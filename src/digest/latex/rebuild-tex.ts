import { isNorm, isSetBrace, matchBraces, type Braces } from './formula-brackets.ts';
import type { Token } from './tokenize.ts';

/** Punctuation after which a lost `\!` shows as an exclamation mark: `\alpha,\!\beta`. */
const BEFORE_NEGATIVE_SPACE = /^[,;=<>+(|]$/;

/** "Tw" of "x^Tw" */
const TRANSPOSE = /^T[A-Za-z]$/;

/**
 * Writes the TeX of a formula from its damaged tokens: backslashes go back before commands and
 * before `%`, `#`, `&`; a script of several signs gets its braces; bars with an index become a
 * norm. Letters are never added. Undefined where part of the formula is lost for good.
 */
export function rebuildTex(tokens: readonly Token[]): string | undefined {
  const braces = matchBraces(tokens);
  if (braces === undefined) return undefined;
  let tex = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const script = tokens[i - 1]?.kind === 'script' && !token.spaced;
    if (token.spaced && i > 0) tex += ' ';
    tex = join(tex, script ? scriptTex(tokens, i, braces) : tokenTex(tokens, i, braces));
  }
  return tex;
}

/** A letter after a command needs a space: `\alpha x`. */
function join(tex: string, next: string): string {
  return /^[A-Za-z]/.test(next) && /\\[A-Za-z]+$/.test(tex) ? `${tex} ${next}` : tex + next;
}

function tokenTex(tokens: readonly Token[], at: number, braces: Braces): string {
  const { kind, text } = tokens[at]!;
  if (kind === 'plain' || kind === 'english') return `\\${text}`;
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
  const tex = tokenTex(tokens, at, braces);
  return kind === 'word' && !TRANSPOSE.test(text) ? `{${tex}}` : tex;
}

function hasBase(tokens: readonly Token[], at: number): boolean {
  const base = tokens[at - 1];
  if (base === undefined || tokens[at]!.spaced) return false;
  return base.kind !== 'sign' || !/^[{(,;=<>+\-[]$/.test(base.text);
}

function signTex(tokens: readonly Token[], at: number, braces: Braces): string {
  const { text, spaced } = tokens[at]!;
  const before = tokens[at - 1];
  switch (text) {
    case '%':
    case '#':
    case '&':
      return `\\${text}`;
    case '{':
    case '}':
      return isSetBrace(tokens, at, braces) ? `\\${text}` : text;
    case '|':
      return isNorm(tokens, at) ? '\\|' : '|';
    case '!':
      return before === undefined ||
        (before.kind === 'sign' && BEFORE_NEGATIVE_SPACE.test(before.text) && !spaced)
        ? '\\!'
        : '!';
    case ',':
      return isThinSpace(tokens, at) ? '\\,' : ',';
    default:
      return text;
  }
}

/** "- spurious,,states", "5,mu" */
function isThinSpace(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before === undefined || after === undefined || after.spaced) return false;
  return isComma(before) || isComma(after) || (before.kind === 'number' && after.text === 'mu');
}

function isComma({ kind, text }: Token): boolean {
  return kind === 'sign' && text === ',';
}
