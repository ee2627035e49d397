import { COMMANDS, ENGLISH_COMMANDS, mayEndInCommand } from './commands.ts';
import type { Range } from './range.ts';
import { addToHash, EMPTY_HASH, WordMemo } from '../word-memo.ts';
import { mayBeGlued, SEMIDIRECT, unglue, type Around } from './unglue.ts';

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
  glued: string | undefined;
}

/** "1,000.5", ".05": digits, or a point before them that ends no word */
const NUMBER = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)*|(?<![^\s([<>=])\.\d+/y;
/** "\times", "\%" */
const ESCAPE = /\\(?:[A-Za-z]+|.)/uy;
const SPACE = /\s/;
const ONE_LETTER = /^[A-Za-z]$/;
const GREEK_LETTER = /^[Α-Ωα-ωϵϕϑϱℓ]$/u;

/** `source` cut into tokens, white space left out; each range of `kept` is one token. */
export function tokenize(source: string, kept: readonly Range[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const { start, end } of kept) {
    readPieces(source, at, start, tokens);
    tokens.push(place('kept', source.slice(start, end), start));
    at = end;
  }
  readPieces(source, at, source.length, tokens);
  for (let i = 0; i < tokens.length; i++) {
    tokens[i]!.spaced = i === 0 || tokens[i - 1]!.end < tokens[i]!.start;
  }
  return tokens;
}

/** Character by character: a text is mostly words, and all texts of a digest go through here. */
function readPieces(source: string, from: number, to: number, tokens: Token[]): void {
  const piece = source.slice(from, to);
  for (let at = 0; at < piece.length;) {
    const code = piece.charCodeAt(at);
    if (isLetter(code)) {
      let hash = addToHash(EMPTY_HASH, code);
      let end = at + 1;
      for (; end < piece.length; end++) {
        const next = piece.charCodeAt(end);
        if (!isLetter(next)) break;
        hash = addToHash(hash, next);
      }
      const run =
        end - at > LONGEST_WORD ? longRun(piece.slice(at, end)) : runs.of(piece, at, end, hash);
      readLetters(run, from + at, source, tokens);
      at = end;
    } else if (isSpace(code)) {
      at += 1;
    } else {
      const token = readSign(piece, at, code);
      at = token.end;
      token.start += from;
      token.end += from;
      tokens.push(token);
    }
  }
}

/** What is neither a letter nor space: a number, an escape, a sign. */
function readSign(piece: string, at: number, code: number): Token {
  if (isDigit(code) || code === POINT) {
    const number = matchAt(NUMBER, piece, at);
    if (number) return place('number', number, at);
  }
  const escape = code === BACKSLASH ? matchAt(ESCAPE, piece, at) : undefined;
  if (escape) {
    const isCommand = COMMANDS.has(escape.slice(1)) && escape !== '\\deg';
    return place(isCommand ? 'command' : 'escape', escape, at);
  }
  const sign = String.fromCodePoint(piece.codePointAt(at)!);
  if (sign === '^' || sign === '_') return place('script', sign, at);
  return place(code > 126 && GREEK_LETTER.test(sign) ? 'letter' : 'sign', sign, at);
}

const POINT = 46;
const BACKSLASH = 92;

const isDigit = (code: number) => code >= 48 && code <= 57;
/** "a", "É" */
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);
const isSpace = (code: number) =>
  code === 32 || (code > 126 ? SPACE.test(String.fromCharCode(code)) : code >= 9 && code <= 13);
/** A letter, a digit or what binds scripts: nothing stands between it and what follows. */
const isTight = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  isDigit(code) ||
  code === 94 ||
  code === 95;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** All tokens have the same properties in the same order: reading them is fast where they have. */
function place(kind: TokenKind, text: string, start: number): Token {
  return { kind, text, start, end: start + text.length, spaced: false, glued: undefined };
}

/** A run of letters, by itself. */
interface Run {
  letters: string;
  kind: TokenKind;
  /** Commands may hide in it, depending on what stands around. */
  mayBeGlued: boolean;
}

/** In UTF-16 units; what is longer is no word that comes again. */
const LONGEST_WORD = 48;
const runs = new WordMemo((letters): Run => {
  const kind = kindOfLetters(letters);
  const isRun = kind === 'word' || SEMIDIRECT.test(letters);
  return { letters, kind, mayBeGlued: isRun && mayBeGlued(letters) };
});
const longRun = (letters: string): Run => ({ letters, kind: 'word', mayBeGlued: false });

function readLetters(run: Run, start: number, source: string, tokens: Token[]): void {
  const { letters, kind } = run;
  const parts = run.mayBeGlued ? unglue(letters, around(letters, start, source)) : undefined;
  if (parts === undefined) {
    tokens.push(place(kind, letters, start));
    return;
  }
  let at = start;
  for (const part of parts) {
    const token = place(kindOfLetters(part), part, at);
    token.glued = letters;
    tokens.push(token);
    at = token.end;
  }
}

function around(letters: string, start: number, source: string): Around {
  const tight = start > 0 && isTight(source.charCodeAt(start - 1));
  return {
    before: source[tight ? start - 1 : start - 2] ?? '',
    tight,
    next: source.slice(start + letters.length, start + letters.length + 2),
  };
}

function kindOfLetters(letters: string): TokenKind {
  if (letters.length === 1 && ONE_LETTER.test(letters)) return 'letter';
  if ((letters.length > 2 && !mayEndInCommand(letters)) || !COMMANDS.has(letters)) return 'word';
  return ENGLISH_COMMANDS.has(letters) ? 'english' : 'plain';
}
