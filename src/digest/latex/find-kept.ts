import { COMMANDS } from './commands.ts';
import { keepFirst } from './keep-first.ts';
import type { Range } from './range.ts';
import { unglue } from './unglue.ts';

interface Kind {
  pattern: RegExp;
  /** What is of the kind holds one of these; most texts hold none of most kinds. */
  signs: readonly string[];
}

const DOMAINS = ['com', 'org', 'io', 'net', 'ai', 'edu', 'gov', 'dev'];
const ENDINGS = 'py js ts txt json csv md yaml cpp ipynb sh pdf tex'.split(' ');

/**
 * Addresses, names of code and files, hashtags; of two at one place, the first. Each is anchored at a
 * word or a scheme and reads on without going back.
 */
const KINDS: readonly Kind[] = [
  // "e.g."
  { pattern: /\b(?:e\.g|i\.e)\./, signs: ['e.g.', 'i.e.'] },
  // "`x_1`"
  { pattern: /(?<!`)`[\w./-]{1,60}`(?!`)/, signs: ['`'] },
  // "https://github.com/a_b/c"
  { pattern: /\bhttps?:\/\/[^\s{}<>"$]+/, signs: ['://'] },
  // "www.x.org/y"
  { pattern: /\bwww\.[^\s{}<>"$]+/, signs: ['www.'] },
  // "a.b@c.org"
  { pattern: /\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/, signs: ['@'] },
  // "github.com/user/my_repo"
  {
    pattern: new RegExp(`\\b(?:[\\w-]{1,63}\\.){1,4}(?:${DOMAINS.join('|')})/[^\\s{}<>"$]*`),
    signs: DOMAINS.map((name) => `.${name}/`),
  },
  // "RD_VIT_PRUNE"
  {
    pattern: /(?<![\w^\\])(?:[A-Za-z]{2,40}\d{0,4}_){2,6}[A-Za-z\d]{1,40}(?![\w^{])/,
    signs: ['_'],
  },
  // "transcoder_circuits"
  { pattern: /(?<![\w^\\])[a-z]{3,40}_[a-z]{3,40}\d{0,4}(?![\w^{])/, signs: ['_'] },
  // "X_train"
  { pattern: /(?<![\w^\\])[A-Za-z]_(?:train|test|val|data|model|batch)\b/, signs: ['_'] },
  // "train_v2.py"
  {
    pattern: new RegExp(`(?<![\\w\\\\])\\w{1,60}\\.(?:${ENDINGS.join('|')})\\b`),
    signs: ENDINGS.map((name) => `.${name}`),
  },
  // "#ml_news"
  { pattern: /(?<![\w&\\])#[A-Za-z]\w{1,60}/, signs: ['#'] },
  // "[^1]"
  { pattern: /\[\^\d{1,3}\]/, signs: ['[^'] },
  // "&notin;"
  { pattern: /&[A-Za-z]{2,20};/, signs: ['&'] },
];

/** One pattern for each set of kinds that a text has met: a bit a kind. */
const patterns = new Map<number, RegExp>();

/** Finds all that is kept in texts with the signs of `source`; undefined where there are none. */
function patternFor(source: string): RegExp | undefined {
  let kinds = 0;
  for (let at = 0; at < KINDS.length; at++)
    if (KINDS[at]!.signs.some((sign) => source.includes(sign))) kinds |= 1 << at;
  if (kinds === 0) return undefined;
  let pattern = patterns.get(kinds);
  if (pattern === undefined) {
    const own = KINDS.filter((_, at) => kinds & (1 << at));
    pattern = new RegExp(own.map((kind) => kind.pattern.source).join('|'), 'g');
    patterns.set(kinds, pattern);
  }
  return pattern;
}

/**
 * Scripts as no TeX author types them: "K_eff", "U_Dice"; "R^768", "C_60", "(1+x)^10", "s^-1" and
 * "N^1.5", of which TeX would set one sign: an author's braces are left by the page. A command after
 * the sign (`L_infty`) is none of these.
 */
const TYPED =
  /(?<![\w^\\{])(?:[A-Za-z][A-Za-z-]{0,30}_([A-Za-z]{3,30})\d{0,3}(?![\w^{])|(?:[A-Za-zΑ-Ωα-ω\d]{1,30}|(?<=[)\]]))(?:\^(?:-\d+|\d\d+|\d\.\d+)|_\d\d+))/g;

/** `<meta http-equiv="refresh">`, `<p class=x_1>`: a tag with attributes */
const TAG = /<[A-Za-z][\w-]{0,20}\s[^<>]{0,2000}>/g;

/** "." of "see https://x.org." */
const TRAILING = /[.,;:!?)\]'"]+$/;
const ABBREVIATION = /^(?:e\.g|i\.e)\.$/;

/** The kept ranges of `source`, in order; they never overlap. */
export function findKept(source: string): Range[] {
  const pattern = patternFor(source);
  const kept = (pattern === undefined ? [] : [...source.matchAll(pattern)])
    .filter(([text]) => !text.split('_').every(isMath))
    .map(({ 0: text, index }) => ({
      start: index,
      end: index + withoutTrailing(text).length,
    }));
  return keepFirst([...tags(source), ...kept, ...typedScripts(source)]);
}

function tags(source: string): Range[] {
  if (!source.includes('<')) return [];
  return [...source.matchAll(TAG)]
    .filter(([tag]) => tag.includes('='))
    .map(({ 0: tag, index }) => ({ start: index, end: index + tag.length }));
}

function typedScripts(source: string): Range[] {
  if (!source.includes('_') && !source.includes('^')) return [];
  return [...source.matchAll(TYPED)]
    .filter(([, name]) => name === undefined || !isMath(name, 1))
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
}

/** "sigma" and "tleq" of "sigma_tleq" */
function isMath(part: string, at: number): boolean {
  if (COMMANDS.has(part)) return true;
  return at > 0 && unglue(part, { before: '_', tight: true, next: '' }) !== undefined;
}

/** A closing bracket stays where the address opens it: `https://x.org/a_(b)`. */
function withoutTrailing(text: string): string {
  if (ABBREVIATION.test(text) || text.startsWith('[')) return text;
  const tail = TRAILING.exec(text.slice(-20))?.[0] ?? '';
  const body = text.slice(0, text.length - tail.length);
  return tail.startsWith(')') && body.includes('(') && !body.includes(')') ? `${body})` : body;
}
