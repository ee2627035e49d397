import { cleanText, type Dirt } from './clean-text.ts';
import type { Line } from './dump.ts';
import { lineEndOf } from './line-ends.ts';

export interface SplitLines {
  lines: Line[];
  /** The first place of each kind of dirt, and how often it was found. */
  dirt: Map<Dirt, { count: number; line: number; column: number }>;
}

/** The non-blank lines of a text, clean, each with its place. */
export function splitLines(text: string): SplitLines {
  const lines: Line[] = [];
  const dirt: SplitLines['dirt'] = new Map();
  let number = 0;
  let spaced = true;
  for (const raw of rawLines(text)) {
    number += 1;
    const column = raw.search(/\S/) + 1;
    const clean = column === 0 ? '' : cleanText(raw, (kind, count) => note(kind, count, column));
    if (clean === '') {
      spaced = true;
      continue;
    }
    lines.push({ text: clean, line: number, column, spaced });
    spaced = false;
  }
  return { lines, dirt };

  function note(kind: Dirt, count: number, column: number) {
    const known = dirt.get(kind);
    if (known) known.count += count;
    else dirt.set(kind, { count, line: number, column });
  }
}

function* rawLines(text: string): Generator<string> {
  let start = 0;
  for (const { index, 0: end } of text.matchAll(lineEndOf(text))) {
    yield text.slice(start, index);
    start = index + end.length;
  }
  yield text.slice(start);
}
