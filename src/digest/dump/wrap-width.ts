import type { MarkedLine } from './marked-line.ts';

/** Nobody wraps lines wider by hand. */
const WIDEST = 160;
export interface Wrap {
  width: number;
  /** Nearly every line is as full as the width allows: a line that is not ends a paragraph. */
  regular: boolean;
}

/** The width that explains most line ends: a line is full where the next word would not fit. */
export function wrapOf(group: readonly MarkedLine[]): Wrap {
  const breaks = group.length - 1;
  if (breaks < 3) return { width: 0, regular: false };
  const full = new Int32Array(WIDEST + 3);
  for (let at = 1; at < group.length; at++) {
    const { length } = group[at - 1]!.text;
    const fullFrom = Math.min(length, WIDEST + 1);
    const fullTo = Math.min(length + firstWord(group[at]!.text).length, WIDEST + 1);
    full[fullFrom]! += 1;
    full[fullTo + 1]! -= 1;
  }
  let width = 0;
  let most = 0;
  let count = 0;
  for (let candidate = 0; candidate <= WIDEST; candidate++) {
    count += full[candidate]!;
    if (count >= most) [width, most] = [candidate, count];
  }
  return { width, regular: most >= breaks * 0.75 };
}

/** Up to the first space; cut, for a line may be one word of megabytes. */
export function firstWord(text: string): string {
  return text.slice(0, 60).split(' ', 1)[0]!;
}
