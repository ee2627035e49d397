import { replaceAll, type TextRule } from './text-rule.ts';

const MARKS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  H: '\u030b',
  u: '\u0306',
  r: '\u030a',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
};

/** "G\"odel", "Poincar\'e", "Erd\H{o}s", "R\'{e}nyi", "\"{u}", "Fr\'\i", "\c c" */
const ACCENT =
  /\\(?:(["'`^~=.])(?:\s?\{\\?([A-Za-zıȷ])\s?\}|\\?([A-Za-zıȷ]))|([cvHurkdb])(?:\s?\{\\?([A-Za-zıȷ])\s?\}|\s([A-Za-z])(?![A-Za-z])))/g;
/** "{\" o}", "{\'E}", "{\v C}" */
const GROUPED = /\{\\(?:(["'`^~=.])\s?\\?([A-Za-zıȷ])|([cvHurkdb])\s([A-Za-z]))\s?\}/g;
/** "pass\^{}1", "a\~{}b" */
const BARE = /\\([\^~])\{\}/g;

/** `XSS\"`: the end of a quotation whose marks are escaped, as in programs */
const ESCAPED_END = /^[^\\"]{0,200}\\"(?![A-Za-z{\\ıȷ])/;
const FARTHEST_END = 210;

const BACKSLASH = '\\';

const single = replaceAll('accent', BACKSLASH, ACCENT, (match, source) => {
  const letter = match[2] ?? match[3] ?? match[5] ?? match[6]!;
  if (match[1] === '"' && match[3] && endsQuotation(source, match.index + 2)) return undefined;
  // "Burgers\' equation": an escaped apostrophe, no accent on a consonant that never has one.
  if (match[1] === "'" && letter === 's' && match[2] === undefined) return "'s";
  return accented(match[1] ?? match[4]!, letter);
});
const grouped = replaceAll('accent', BACKSLASH, GROUPED, (match) =>
  accented(match[1] ?? match[3]!, match[2] ?? match[4]!),
);
const bare = replaceAll('accent', BACKSLASH, BARE, ([, sign]) => sign);

/** An accent and its letter: `G\"odel` → `Gödel`; over nothing it is the sign itself. */
export const accents: TextRule = {
  id: 'accent',
  signs: [BACKSLASH],
  propose: (source, inner) =>
    [grouped, single, bare].flatMap((rule) => rule.propose(source, inner)),
};

/** Whether the `\"` before a place opens a quotation that is closed: `alert(\"XSS\")`. */
function endsQuotation(source: string, at: number): boolean {
  return ESCAPED_END.test(source.slice(at, at + FARTHEST_END));
}

function accented(accent: string, letter: string): string {
  const mark = MARKS[accent]!;
  const dotless = mark < '\u0323' && letter === 'ı' ? 'i' : letter;
  return (dotless + mark).normalize('NFC');
}
