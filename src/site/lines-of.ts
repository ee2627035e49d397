import { closeSync, openSync, readSync } from 'node:fs';

const NEWLINE = 10;
const AT_ONCE = 1 << 18;

/**
 * The lines of a UTF-8 file, read piece by piece: all of a large digest is longer than a string may
 * be, and to hold its bytes takes longer than to read them.
 */
export function* linesOf(file: string, atOnce = AT_ONCE): Generator<string> {
  const source = openSync(file, 'r');
  try {
    let bytes = Buffer.allocUnsafe(atOnce);
    /** How much of a line stands at the start of `bytes`. */
    let held = 0;
    for (;;) {
      if (held === bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
      const filled = held + readSync(source, bytes, held, bytes.length - held, null);
      if (filled === held) break;
      const piece = bytes.subarray(0, filled);
      let start = 0;
      for (let end = piece.indexOf(NEWLINE, held); end >= 0; end = piece.indexOf(NEWLINE, start)) {
        yield piece.toString('utf8', start, end);
        start = end + 1;
      }
      bytes.copyWithin(0, start, filled);
      held = filled - start;
    }
    if (held > 0) yield bytes.toString('utf8', 0, held);
  } finally {
    closeSync(source);
  }
}
