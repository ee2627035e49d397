import { replaceAll } from './text-rule.ts';

const THIN_SPACE = '\u202f';
const NO_BREAK_SPACE = '\u00a0';

/** "20\,ms", "et al.\ show", "a\\b", "pre\-trained", "in\/to"; not "a \ b" or "\\\", which no author needs */
const SPACE_COMMAND = /(?<!\\)\\((?<!\s\\) |[,;:!/]|\\(?!\\)|-(?!-)|@)(?:(?<=\\ ) )?/g;

/** What is hyphenated or slanted: a "g", the end of a formula; not "<" of "<\/script>" or "]" of "[]\-=" */
const WORD_END = /[\p{L}\p{N}\p{M}$})]/u;

/** "in a backslash\ This", not "\AA\ reduction": a word of plain text needs none before its space */
const PLAIN_WORD_END = /(?<![\\\p{L}])\p{L}+$/u;
/** "C:\\x", "(\\server": no line ends where something begins */
const OPENED = /[([{<"'`:/=]/;

/** Spaces written as commands; a permitted hyphenation and an italic correction leave nothing. */
export const spaces = replaceAll(
  'space',
  '\\',
  SPACE_COMMAND,
  ({ 0: command, 1: sign, index }, source) => {
    const isAtEdge = index === 0 || index + command.length === source.length;
    if ((sign === '\\' || sign === ' ') && isAtEdge) return undefined;
    const before = source[index - 1] ?? '';
    if (sign === ' ' && PLAIN_WORD_END.test(source.slice(Math.max(0, index - 40), index)))
      return undefined;
    if (sign === '\\' && OPENED.test(before)) return undefined;
    if ((sign === '-' || sign === '/') && !WORD_END.test(before)) return undefined;
    if (sign === ',' || sign === ';' || sign === ':') return THIN_SPACE;
    return sign === ' ' || sign === '\\' ? ' ' : '';
  },
);

/** "20,%", "10,ms", "34,s", "f(x),dx": what the page makes of `20\,\%`; a comma of prose has a space after it */
const THIN_SPACES =
  /(?<=\d),(?=\\?%|(?:[numkMGT](?:Hz|eV|W|V|A|J|K|pc|bit|s|m|g)|Hz|eV|GB|MB|TB|dB|cm|min|fps|ppm|px)(?![\w-]))|(?<=[\d.]\d),(?=[smgK](?![\w-]))|(?<=\)),(?=d[a-z](?![\w-]))/g;

/** A thin space between a number and its unit, a function and its differential. */
export const thinSpaces = replaceAll('space', ',', THIN_SPACES, () => THIN_SPACE);

/** "!>!40", what the page makes of `\!>\!40` */
const NEGATIVE_SPACES = /(?<=^|[\s(])!([<>=≤≥])!(?=\d)/g;

/** Negative spaces around a sign before a number. */
export const negativeSpaces = replaceAll('space', '!', NEGATIVE_SPACES, ([, sign]) => sign);

/** "RTX~5090", "\ours~achieves", "models,~i.e." */
const TIE = /(?<=[\w.,;:)\]}%])(?<!\\)~(?=[\w(\\[$])/g;
/** "+11" of "+11~48%" */
const NUMBER_BEFORE = /(?:^|[^A-Za-z\d.])[\d.]+$/;

/**
 * A tie between two words. A tilde with a space before it means "about", `~25%`; between numbers a
 * range, `11~48%`; before an a, n or o within a word a lost accent, `Maga~na`: these stay.
 */
export const ties = replaceAll('tie', '~', TIE, ({ index }, source) => {
  const before = source.slice(Math.max(0, index - 12), index);
  const after = source.slice(index + 1, index + 3);
  const isRange = /^\d/.test(after) && NUMBER_BEFORE.test(before);
  const isAccent = /[a-z]$/.test(before) && /^[ano][a-z]/.test(after);
  return isRange || isAccent ? undefined : NO_BREAK_SPACE;
});
