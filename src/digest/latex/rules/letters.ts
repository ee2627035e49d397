import { replaceAll } from './text-rule.ts';

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
  textalpha: 'α',
  textbeta: 'β',
  textgamma: 'γ',
  celsius: '°C',
  degreeCelsius: '°C',
  micro: 'µ',
  meter: 'm',
  percent: '%',
  textasciicircum: '^',
  item: '• ',
  BibTeX: 'BibTeX',
  textquoteright: '’',
  textquotesingle: "'",
  medskip: ' ',
  smallskip: ' ',
  bigskip: ' ',
  protect: '',
  centering: '',
  newpage: ' ',
  hfill: ' ',
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
  /\{\\([A-Za-z]{1,20})\s?\}|\\([A-Za-z]{1,20})(?![A-Za-z])(\{\}|\\ | (?=[A-Za-z]))?/g;

/** Letters and abbreviations that TeX writes as commands: `{\AA}` → `Å`, `\eg` → `e.g.`. */
export const letters = replaceAll('letter', '\\', LETTER_COMMAND, (match, source) => {
  const [all, grouped, name, after] = match;
  const command = grouped ?? name!;
  if (!Object.hasOwn(LETTERS, command)) return undefined;
  const value = LETTERS[command]!;
  const isWord = value.length > 1 && !value.endsWith(' ');
  if (value.endsWith('.') && source[match.index + all.length] === '.') return value.slice(0, -1);
  const isSpaced = after === '\\ ' || (isWord && after === ' ');
  return isSpaced && !value.endsWith(' ') ? `${value} ` : value;
});

/** Whether `\name` is a letter, an abbreviation or a space, or the accent of one. */
export function isLetterCommand(name: string): boolean {
  return Object.hasOwn(LETTERS, name) || /^[cvHurkdbt]$/.test(name);
}
