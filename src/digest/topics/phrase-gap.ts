/** What may stand between the words of one phrase: "graph neural", "graph-neural", "and/or". */
const KINDS = ' -‐‑–/';
const BASE = KINDS.length + 1;
const BLANK = 1;
const BY_HYPHEN = 2;
const LONGEST = 3;

const SPACE = 0x20;
const HYPHEN = 0x2d;
const WHITE_SPACE = /\s/;

/**
 * What stands between two words of a phrase, as a number that `textOfGap` reads; white space is one
 * space, however long. 0 where it parts them.
 */
export function phraseGap(text: string, from: number, to: number): number {
  if (to - from > LONGEST) return 0;
  let gap = 0;
  for (let at = from; at < to; at++) {
    const kind = kindOf(text, at);
    if (kind === 0) return 0;
    if (kind !== BLANK || gap % BASE !== BLANK) gap = gap * BASE + kind;
  }
  return gap;
}

export function textOfGap(gap: number): string {
  let text = '';
  for (let rest = gap; rest > 0; rest = Math.floor(rest / BASE))
    text = KINDS[(rest % BASE) - 1] + text;
  return text;
}

/** "low-bit" */
export function endsWithHyphen(gap: number): boolean {
  return gap % BASE === BY_HYPHEN;
}

/** The place of a character in `KINDS`, from 1; 0 for another. */
function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === SPACE) return BLANK;
  if (code === HYPHEN) return BY_HYPHEN;
  const character = text[at]!;
  return WHITE_SPACE.test(character) ? BLANK : KINDS.indexOf(character) + 1;
}
