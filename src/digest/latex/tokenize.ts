import { COMMANDS, ENGLISH_COMMANDS } from './commands.ts';
import type { Range } from './range.ts';
import { unglue, type Around } from './unglue.ts';

/**
 * What a token looks like, before any judgement:
 * `kept` an address or a name of code · `plain` a command no English word (`leq`) · `english` a
 * command that is also a word or a name (`in`, `alpha`) · `letter` one letter · `word` any other
 * letters · `number` · `script` `^` `_` · `escape` a backslash and what it escapes · `command` a
 * known command with its backslash · `sign` any other character.
 */
type TokenKind =
  | 'kept'
  | 'plain'
  | 'english'
  | 'letter'
  | 'word'
  | 'number'
  | 'script'
  | 'escape'
  | 'command'
  | 'sign';

export interface Token {
  kind: TokenKind;
  text: string;
  start: number;
  end: number;
  /** White space stands before it. */
  spaced: boolean;
  /** The run of letters that was cut to get it: `xinR`. */
  glued?: string;
}

/** " ", "\times", "\%", "sigmaleft", "1,000.5", ".05", "≤" */
const PIECE =
  /(\s+)|(\\(?:[A-Za-z]+|.))|([A-Za-zÀ-ɏ]+)|(\d+(?:,\d{3}(?!\d))*(?:\.\d+)*|(?<![^\s([<>=])\.\d+)|([^])/gu;
const ONE_LETTER = /^[A-Za-z]$/;
const GREEK_LETTER = /^[Α-Ωα-ωϵϕϑϱℓ]$/u;

/** `source` cut into tokens, white space left out; each range of `kept` is one token. */
export function tokenize(source: string, kept: readonly Range[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const { start, end } of kept) {
    readPieces(source, at, start, tokens);
    tokens.push({ kind: 'kept', text: source.slice(start, end), start, end, spaced: false });
    at = end;
  }
  readPieces(source, at, source.length, tokens);
  for (let i = 0; i < tokens.length; i++) {
    tokens[i]!.spaced = i === 0 || tokens[i - 1]!.end < tokens[i]!.start;
  }
  return tokens;
}

function readPieces(source: string, from: number, to: number, tokens: Token[]): void {
  for (const match of source.slice(from, to).matchAll(PIECE)) {
    const [text, space, escape, letters, digits] = match;
    if (space !== undefined) continue;
    const start = from + match.index;
    if (letters === undefined) {
      tokens.push(place(kindOf(text, escape, digits), text, start));
      continue;
    }
    const tight = /[\w^]/.test(source[start - 1] ?? ' ');
    const before = tight ? source[start - 1] : source[start - 2];
    const next = source.slice(start + letters.length, start + letters.length + 2);
    tokens.push(...readLetters(letters, start, { before: before ?? '', tight, next }));
  }
}

function place(kind: TokenKind, text: string, start: number): Token {
  return { kind, text, start, end: start + text.length, spaced: false };
}

function kindOf(text: string, escape: string | undefined, digits: string | undefined): TokenKind {
  if (digits !== undefined) return 'number';
  if (escape !== undefined)
    return COMMANDS.has(escape.slice(1)) && escape !== '\\deg' ? 'command' : 'escape';
  if (text === '^' || text === '_') return 'script';
  return GREEK_LETTER.test(text) ? 'letter' : 'sign';
}

function readLetters(letters: string, start: number, around: Around): Token[] {
  const parts = COMMANDS.has(letters) ? undefined : unglue(letters, around);
  if (parts === undefined) return [place(kindOfLetters(letters), letters, start)];
  const tokens: Token[] = [];
  let at = start;
  for (const part of parts) {
    const token = place(kindOfLetters(part), part, at);
    token.glued = letters;
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function kindOfLetters(letters: string): TokenKind {
  if (ONE_LETTER.test(letters)) return 'letter';
  if (!COMMANDS.has(letters)) return 'word';
  return ENGLISH_COMMANDS.has(letters) ? 'english' : 'plain';
}
