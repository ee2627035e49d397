import type { Inline } from './read-html.ts';

/** "results. We", "(2023). The", "faster! A" */
const SENTENCE_END = /[.!?]["”’)\]]*\s+(?=["“‘([`]*[\p{Lu}\p{N}])/gu;
/** A full stop after these ends no sentence: "i.e. A", "Fig. 3", "et al. 2019". */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|resp|al|etc|Fig|Eq|Sec|Tab|No|approx|w\.r\.t|Dr|[A-Z])\.["”’)\]]*\s+$/u;
const LOOK_BACK = 16;

/** The sentences of a text; a formula is never cut, and the sentences together are the text. */
export function splitSentences(inlines: readonly Inline[]): Inline[][] {
  const sentences: Inline[][] = [[]];
  for (const inline of inlines) {
    if (typeof inline !== 'string') {
      sentences.at(-1)!.push(inline);
      continue;
    }
    let from = 0;
    for (const end of inline.matchAll(SENTENCE_END)) {
      const at = end.index + end[0].length;
      if (ABBREVIATION.test(inline.slice(Math.max(0, at - LOOK_BACK), at))) continue;
      sentences.at(-1)!.push(inline.slice(from, at));
      sentences.push([]);
      from = at;
    }
    if (from < inline.length) sentences.at(-1)!.push(inline.slice(from));
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
