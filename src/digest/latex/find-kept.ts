import { COMMANDS } from './commands.ts';
import { keepFirst } from './keep-first.ts';
import type { Range } from './range.ts';
import { unglue } from './unglue.ts';

/**
 * Addresses, names of code and files, hashtags. Each alternative is anchored at a word or a scheme
 * and reads on without going back.
 *
 * "https://github.com/a_b/c", "www.x.org/y", "github.com/user/my_repo", "a.b@c.org",
 * "transcoder_circuits", "RD_VIT_PRUNE", "train_v2.py", "#ml_news", "e.g.", "`x_1`", "[^1]", "&notin;"
 */
const KEPT =
  /\b(?:e\.g|i\.e)\.|(?<!`)`[\w./-]{1,60}`(?!`)|\bhttps?:\/\/[^\s{}<>"$]+|\bwww\.[^\s{}<>"$]+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|\b(?:[\w-]{1,63}\.){1,4}(?:com|org|io|net|ai|edu|gov|dev)\/[^\s{}<>"$]*|(?<![\w^\\])(?:[A-Za-z]{2,40}\d{0,4}_){2,6}[A-Za-z\d]{1,40}(?![\w^{])|(?<![\w^\\])[a-z]{3,40}_[a-z]{3,40}\d{0,4}(?![\w^{])|(?<![\w^\\])[A-Za-z]_(?:train|test|val|data|model|batch)\b|(?<![\w\\])\w{1,60}\.(?:py|js|ts|txt|json|csv|md|yaml|cpp|ipynb|sh|pdf|tex)\b|(?<![\w&\\])#[A-Za-z]\w{1,60}|\[\^\d{1,3}\]|&[A-Za-z]{2,20};/g;

/** What every kept range but a typed script holds one of; most texts hold none: "/", "x.py", "[^1]" */
const SIGN_OF_KEPT =
  /[/@_#&]|\[\^|\b(?:e\.g|i\.e)\.|www\.|\w\.(?:py|js|ts|txt|json|csv|md|yaml|cpp|ipynb|sh|pdf|tex)\b/;

/**
 * Scripts as no TeX author types them: "K_eff", "U_Dice", "10^16", "10^-14", "R^2=0.95". A command after the
 * sign (`L_infty`) is none of these.
 */
const TYPED =
  /(?<![\w^\\{])(?:[A-Za-z][A-Za-z-]{0,30}_([A-Za-z]{3,30})\d{0,3}(?![\w^{])|10\^(?:-\d{1,3}|\d\d)(?!\d)|[A-Z]\^2(?==\d))/g;

/** `<meta http-equiv="refresh">`, `<p class=x_1>`: a tag with attributes */
const TAG = /<[A-Za-z][\w-]{0,20}\s[^<>]{0,2000}>/g;

/** "." of "see https://x.org." */
const TRAILING = /[.,;:!?)\]'"]+$/;
const ABBREVIATION = /^(?:e\.g|i\.e)\.$/;

/** The kept ranges of `source`, in order; they never overlap. */
export function findKept(source: string): Range[] {
  const kept = (SIGN_OF_KEPT.test(source) ? [...source.matchAll(KEPT)] : [])
    .filter(([text]) => !text.split('_').every(isMath))
    .map(({ 0: text, index }) => ({
      start: index,
      end: index + withoutTrailing(text).length,
    }));
  const tags = [...source.matchAll(TAG)]
    .filter(([tag]) => tag.includes('='))
    .map(({ 0: tag, index }) => ({ start: index, end: index + tag.length }));
  const typed = [...source.matchAll(TYPED)]
    .filter(([, name]) => name === undefined || !isMath(name, 1))
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
  return keepFirst([...tags, ...kept, ...typed]);
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
