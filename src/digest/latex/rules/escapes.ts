import { replaceAll } from './text-rule.ts';

/** "20\%", "Q\&A", "snake\_case", "\$5", "Burgers\' equation" */
const ESCAPED_SIGN = /\\([%&#_{}$]|'(?!\w|\{))/g;

/** A sign that TeX wants escaped: `20\%` → `20%`. */
export const escapes = replaceAll('escape', '\\', ESCAPED_SIGN, ([, sign]) => sign);
