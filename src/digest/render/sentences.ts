export const ELLIPSIS = '…';

/** The end of a sentence: its mark, what closes with it, a space and how a next one begins. ". We" */
const END = /[.!?]["'”’)\]]{0,3}(?= {1,3}["'“‘([]{0,3}[\p{Lu}\p{N}\p{Lo}])|[。！？]/gu;

/** More than an end and how the next sentence begins. */
const END_LONGEST = 16;

/** A dot after these ends no sentence. "e.g." */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|al|resp|approx|w\.r\.t|Fig|Figs|Eq|Eqs|Sec|Tab|No|Dr|Prof|Mr|Ms|St|\p{Lu})\.$/u;

/** Long enough to hold an abbreviation. */
const LOOK_BACK = 9;

/** Where the sentences of a text end, in order; the end of the text is not among them. */
export function sentenceEnds(text: string): number[] {
  return Array.from(text.matchAll(END))
    .filter(
      ({ index }) => !ABBREVIATION.test(text.slice(Math.max(0, index - LOOK_BACK), index + 1)),
    )
    .map(({ index, 0: mark }) => index + mark.length);
}

/** Where the last sentence ends that does so at or before `most`; 0 where none does. */
export const lastEnd = (text: string, most: number): number =>
  sentenceEnds(text.slice(0, most + END_LONGEST)).findLast((at) => at <= most) ?? 0;

/** The last place at or before `most` at which a text may be cut: after a word, else between characters. */
export function lastBreak(text: string, most: number): number {
  if (text.length <= most) return text.length;
  const space = text.lastIndexOf(' ', most);
  if (space > most / 2) return withoutTrailing(text.slice(0, space)).length;
  let end = most;
  while (end > 0 && isInside(text, end)) end--;
  return end;
}

/** A dash or comma before the ellipsis looks torn. "word," */
const TRAILING = /[\s,;:–—-]/;

export function withoutTrailing(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILING.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** Belongs to the character before it: half of a pair, a mark, a joiner, a variation. "\u0302" */
const CONTINUES = /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D)/u;

const isInside = (text: string, at: number) =>
  CONTINUES.test(text.slice(at, at + 2)) || text[at - 1] === '\u200D';

/**
 * A text for a `meta` element: at most `max` characters, whole sentences where these fill half of
 * it, otherwise cut at a word.
 */
export function toDescription(text: string, max = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const end = lastEnd(line, max);
  if (end >= max / 2) return line.slice(0, end);
  return cutAtWord(line, max);
}

/** In characters; no title that is meant as one is longer. */
export const LONGEST_TITLE = 300;

/** A title where there is no room for one of any length: names of pages, feeds. */
export const shortTitle = (title: string): string => cutAtWord(title, LONGEST_TITLE);

/** At most `max` characters of a text, cut at a word. */
function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  return withoutTrailing(text.slice(0, lastBreak(text, max - ELLIPSIS.length))) + ELLIPSIS;
}
