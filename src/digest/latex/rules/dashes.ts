import { replaceAll } from './text-rule.ts';

/** "and --- at times", "10--20"; not "--flag", not "-----" */
const DASH = /(?<!-)(-{2,3})(?!-)/g;

/** `--` → `–`, `---` → `—`; the flag of a command line (` --verbose`) stays. */
export const dashes = replaceAll('dash', DASH, (match, source) => {
  const before = source[match.index - 1] ?? ' ';
  const after = source[match.index + match[0].length] ?? ' ';
  if (/[\s(`"']/.test(before) && /[a-z]/i.test(after) && match[1] === '--') return undefined;
  return match[1] === '--' ? '–' : '—';
});
