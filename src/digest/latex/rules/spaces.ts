import { replaceAll } from './text-rule.ts';

const THIN_SPACE = '\u202f';
const NO_BREAK_SPACE = '\u00a0';

/** "20\,ms", "et al.\ show", "a\\b", "pre\-trained", "in\/to" */
const SPACE_COMMAND = /\\([ ,;:!/]|\\|-(?!-)|@)(?:(?<=\\ ) )?/g;

/** Spaces written as commands; a permitted hyphenation and an italic correction leave nothing. */
export const spaces = replaceAll('space', SPACE_COMMAND, ([, sign]) => {
  if (sign === ',' || sign === ';' || sign === ':') return THIN_SPACE;
  return sign === ' ' || sign === '\\' ? ' ' : '';
});

/** "RTX~5090", "\ours~achieves", "models,~i.e." */
const TIE = /(?<=[\w.,;:)\]}%])(?<!\\)~(?=[\w(\\[$])/g;

/** A tie between two words. A tilde with a space before it means "about": `~25%` stays. */
export const ties = replaceAll('tie', TIE, () => NO_BREAK_SPACE);
