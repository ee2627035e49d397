import { replaceAll } from './text-rule.ts';

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

/** An accent and its letter: `G\"odel` → `Gödel`. */
export const accents = replaceAll('accent', ACCENT, (match) => {
  const mark = MARKS[match[1] ?? match[4]!]!;
  const letter = match[2] ?? match[3] ?? match[5] ?? match[6]!;
  // "Burgers\' equation": an escaped apostrophe, no accent on a consonant that never has one.
  if (match[1] === "'" && letter === 's' && match[2] === undefined) return "'s";
  const dotless = mark < '\u0323' && letter === 'ı' ? 'i' : letter;
  return (dotless + mark).normalize('NFC');
});

const LETTERS: Readonly<Record<string, string>> = {
  o: 'ø',
  O: 'Ø',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  S: '§',
  P: '¶',
  dag: '†',
  pounds: '£',
  copyright: '©',
  ldots: '…',
  dots: '…',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
  textregistered: '®',
  texttrademark: '™',
  textdegree: '°',
  deg: '°',
  textasciitilde: '~',
  textbackslash: '\\',
  textendash: '–',
  textemdash: '—',
  textmu: 'µ',
  ie: 'i.e.',
  eg: 'e.g.',
  etal: 'et al.',
  etc: 'etc.',
  vs: 'vs.',
  wrt: 'w.r.t.',
  newline: ' ',
  par: ' ',
  xspace: '',
  noindent: '',
  quad: ' ',
  qquad: ' ',
};

/** "\o{}", "{\AA}", "\ie,", "\TeX\ " */
const LETTER_COMMAND =
  /\{\\([A-Za-z]{1,14})\s?\}|\\([A-Za-z]{1,14})(?![A-Za-z])(\{\}|\\ | (?=[A-Za-z]))?/g;

/** Letters and abbreviations that TeX writes as commands: `{\AA}` → `Å`, `\eg` → `e.g.`. */
export const letters = replaceAll('letter', LETTER_COMMAND, ([, grouped, name, after]) => {
  const value = LETTERS[grouped ?? name!];
  if (value === undefined || !Object.hasOwn(LETTERS, grouped ?? name!)) return undefined;
  const isWord = value.length > 1;
  return isWord && after !== undefined && after !== '{}' ? `${value} ` : value;
});
