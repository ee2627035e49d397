/** "\r\n", an old Mac's "\r", "\n" */
const LINE_END = /\r\n|\r|\n/g;
/** "\u0085" of mainframes, "\u2028" and "\u2029" of Unicode; in other texts they stand within a line */
const RARE_LINE_END = /[\u0085\u2028\u2029]/g;
const HAS_LINE_END = /[\r\n]/;

/** What ends the lines of a text: the usual signs, or where it has none of them, the rare ones. */
export function lineEndOf(text: string): RegExp {
  return HAS_LINE_END.test(text) ? LINE_END : RARE_LINE_END;
}
