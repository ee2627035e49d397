/** "text % TODO: cite\n", "% a line\n"; "20 % of\n" is a percentage, "20\%" an escape */
const COMMENT = /(?<=^|\s)(?<!\d\s{1,3})%[^\n]*\n/g;

/**
 * A text of TeX without its comments, as far as a line end is left that closes them. A page folds line
 * ends: in what is pasted from one, a `%` is nearly always a percent sign.
 */
export function withoutComments(tex: string): string {
  // No further than the last line end: the rest would be searched again from each `%`.
  const end = tex.lastIndexOf('\n') + 1;
  return tex.slice(0, end).replace(COMMENT, '') + tex.slice(end);
}
