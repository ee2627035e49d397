import type { Phrasing } from '../../phrasing.ts';
import { acceptTex } from '../accept-tex.ts';
import { text, type TextRule, type Replacement } from './text-rule.ts';

/** "\(TC^0\)", "\[ x \]", "$$ x $$"; not "\\(", where a line ends */
const DELIMITED =
  /(?<!\\)\\\(((?:[^\\]|\\[^()])*)\\\)|(?<!\\)\\\[((?:[^\\]|\\[^[\]])*)\\\]|(?<![\\$])\$\$((?:\\[^]|[^$\\])+)\$\$/g;
/** " and ", between `$$` that no author put around mathematics */
const ONLY_WORDS = /^\s*[A-Za-z]{2,}(?:[\s,]+[A-Za-z]{2,})*\s*$/;
/** "\begin{equation} x \end{equation}" */
const ENVIRONMENT =
  /\\begin\{(equation|displaymath|math|align|gather)(\*?)\}((?:[^\\]|\\(?!begin|end\{\1))*)\\end\{\1\2\}/g;
/** "$x_1$", "$\$5$": no space inside the dollars of a short one, no digit after it */
const DOLLARS = /(?<![\\$])\$((?:\\[^]|[^$\\])+)\$(?!\$)/g;
/** "5 and", "10 million, then Qwen" */
const MONEY =
  /^\s?\d[\d.,]*\s?(?:[kKmMbB]\b|million|billion|trillion|USD|per\b|and\b|to\b|or\b)?[^\\^_=]*\s[A-Za-z]{2,}/;
/** "(" of a shell's "$($(x))": no formula */
const ONLY_BRACKETS = /^[\s()[\]{}]*$/;
/** "1 ", which no author puts so between dollars */
const BARE_NUMBER = /^\s?[\d.,]+\s+$/;
/** "10$ and 20$": the sign stands after its sum */
const SUM_BEFORE = /\d/;
const SUM_AFTER = /^\s[^\\^_=<>]*[A-Za-z][^\\^_=<>]*\d$/;
/** "really", "crucial" */
const PROSE_WORD = /(?<!\\)\b[A-Za-z]{3,}/g;
const MOST_WORDS = 6;
/** "x_1", "\alpha", "a = b" */
const SIGN_OF_MATH = /[\\_^=<>+*/|\d]/;
/**
 * "1{\delta}" and "1{G-1}", what the page makes of a fraction; not "K{=}6", "2{\times}", "\frac12{x}"
 */
const LOST_COMMAND =
  /(?<![\\\w^_}.]|\\[A-Za-z]{1,20} ?)(?:\d+|[A-Za-z])\{(?![\s,.;:=<>+^_-]|\\(?!alpha|beta|gamma|delta|epsilon|varepsilon|lambda|mu|pi|sigma|tau|omega))/;

/** Commands that KaTeX lacks, by one that it has and that looks the same. */
const ALIASES: Readonly<Record<string, string>> = {
  mbox: 'text',
  emph: 'textit',
  textsc: 'text',
  mathds: 'mathbb',
  mathbbm: 'mathbb',
  upmu: 'mu',
  nonumber: '',
  notag: '',
  xspace: '',
  ensuremath: '',
  protect: '',
};
const ALIASED = new RegExp(`\\\\(${Object.keys(ALIASES).join('|')})(?![A-Za-z])`, 'g');
/** "50%" and "5.2%", whose sign would hide all that follows; not "\%" */
const BARE_PERCENT = /(?<!\\)((?:\\\\)*)%/g;
/** "\label{eq:1}" */
const LABEL = /\\label\{[^{}]*\}/g;

/** Formulas whose dollars the page, or another source, has left: `$x_1$`, `\(x\)`, `\[x\]`. */
export const writtenMath: TextRule = {
  id: 'written-math',
  signs: ['$', '\\'],
  propose: (source) => [
    ...[...source.matchAll(DELIMITED)]
      .filter(([, , , display = '']) => !ONLY_WORDS.test(display))
      .map((match) => toReplacement(match, match[1] ?? match[2] ?? match[3]!)),
    ...[...source.matchAll(ENVIRONMENT)].map((match) => toReplacement(match, rowsOf(match))),
    ...dollarPairs(source),
  ],
};

function* dollarPairs(source: string): Generator<Replacement> {
  DOLLARS.lastIndex = 0;
  for (let match = DOLLARS.exec(source); match !== null; match = DOLLARS.exec(source)) {
    const tex = match[1]!;
    const next = source[DOLLARS.lastIndex] ?? '';
    const isSum = SUM_AFTER.test(tex) && SUM_BEFORE.test(source[match.index - 1] ?? '');
    if (!isSum && isFormula(tex, next)) yield toReplacement(match, tex);
    else DOLLARS.lastIndex = match.index + 1;
  }
}

function isFormula(tex: string, next: string): boolean {
  if (ONLY_BRACKETS.test(tex) || MONEY.test(tex)) return false;
  // "$7-$8"; not "$2\times$3"
  if (/^\d/.test(next) && /^\d/.test(tex) && !/[\\^_=]/.test(tex)) return false;
  // "$x and $5", "$5 + $6", "${x} ${y}", "${x}/${y}": the second dollar opens something, too
  if (/\s$/.test(tex) && /^\d/.test(next) && !tex.includes('\\')) return false;
  // "$1 $2" of a program, "`$(id) `"
  if (BARE_NUMBER.test(tex) || (tex.includes('`') && !tex.includes('\\'))) return false;
  if (tex.startsWith('{') && next === '{') return false;
  const words = tex.match(PROSE_WORD) ?? [];
  if (!SIGN_OF_MATH.test(tex) && (words.length > 1 || (words.length > 0 && /^\s|\s$/.test(tex))))
    return false;
  // "$HOME:$PATH"
  if (!SIGN_OF_MATH.test(tex) && words.length > 0 && /^[A-Za-z]/.test(next)) return false;
  return words.length <= MOST_WORDS || /[\\_^]/.test(tex);
}

/** An aligned environment stands in a formula under another name. */
function rowsOf([, name, , body]: RegExpExecArray): string {
  if (name !== 'align' && name !== 'gather') return body!;
  return `\\begin{${name}ed}${body!}\\end{${name}ed}`;
}

/** What KaTeX does not set is shown as it was written, under a rule of its own. */
function toReplacement(match: RegExpExecArray, source: string): Replacement {
  const place = { start: match.index, end: match.index + match[0].length };
  const tex = withKnownCommands(source.trim());
  if (acceptTex(tex) && !LOST_COMMAND.test(tex))
    return { ...place, nodes: [{ type: 'inlineMath', value: tex }] };
  const isTex = /[\\^_{}]/.test(tex);
  const written = match[0].trim();
  const shown: Phrasing = isTex ? { type: 'inlineCode', value: written } : text(written);
  return { ...place, nodes: [shown], rule: MATH_NOT_SET };
}

function withKnownCommands(tex: string): string {
  return tex
    .replace(BARE_PERCENT, '$1\\%')
    .replace(LABEL, '')
    .replace(ALIASED, (_, name: string) => (ALIASES[name] === '' ? '' : `\\${ALIASES[name]}`));
}

/** Rule of the edits that show a formula as its source. */
export const MATH_NOT_SET = 'math-not-set';
