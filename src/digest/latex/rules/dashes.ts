import { replaceAll } from './text-rule.ts';

/** "and --- at times", "10--20"; not "--flag", not "-----" */
const DASH = /(?<!-)(-{2,3})(?!-)/g;

/** "word ", "3)", at the end of what stands before a dash */
const SAID_BEFORE = /[\p{L}\p{N}\p{M}\p{Pe}\p{Pf}"'.%$}|*?]\s?$/u;
/** " word", "(3", at the beginning of what stands after */
const SAID_AFTER = /^\s?[\p{L}\p{N}\p{Ps}\p{Pi}"'\\$`~*+-]/u;

/**
 * `--` → `–`, `---` → `—`, between words; the flag of a command line (` --verbose`), a line of
 * hyphens and a comment (`<!-- x -->`) stay.
 */
export const dashes = replaceAll('dash', '--', DASH, (match, source) => {
  const end = match.index + match[0].length;
  const isBetween =
    SAID_BEFORE.test(source.slice(Math.max(0, match.index - 2), match.index)) &&
    SAID_AFTER.test(source.slice(end, end + 2));
  if (!isBetween) return undefined;
  if (match[1] === '---') return '—';
  const before = source[match.index - 1]!;
  const after = source[end]!;
  // "run --verbose", "DROP TABLE users-- 1": a dash has spaces on both sides, or on none
  if (/\s/.test(before) !== /\s/.test(after)) return undefined;
  // "(--verbose"
  return /[(`"']/.test(before) && /[a-z]/i.test(after) ? undefined : '–';
});
