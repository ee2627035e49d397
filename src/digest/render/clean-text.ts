/** What no reading may hold: controls, bidi overrides and isolates, noncharacters. "a\u0000b" */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g;

/** A phrasing is one line. "a\nb" */
const LINE_BREAK = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * A string that every output format can carry: one line, well-formed UTF-16, without characters
 * that XML or HTML forbids or that turn the text around them. Linear time.
 */
export function cleanText(text: string): string {
  return text.replace(LINE_BREAK, ' ').replace(FORBIDDEN, '').toWellFormed();
}
