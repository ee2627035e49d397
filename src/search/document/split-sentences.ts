import { sentenceEnds } from '../../digest/render/sentences.ts';
import type { Inline } from './read-html.ts';

/** The sentences of a text; a formula is never cut, and the sentences together are the text. */
export function splitSentences(inlines: readonly Inline[]): Inline[][] {
  const sentences: Inline[][] = [[]];
  for (const inline of inlines) {
    if (typeof inline !== 'string') {
      sentences.at(-1)!.push(inline);
      continue;
    }
    let from = 0;
    for (const end of sentenceEnds(inline)) {
      sentences.at(-1)!.push(inline.slice(from, end));
      sentences.push([]);
      from = end;
    }
    if (from < inline.length) sentences.at(-1)!.push(inline.slice(from));
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
