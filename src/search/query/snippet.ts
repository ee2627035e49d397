import { inlineText, type Inline, type MathNode } from '../document/read-html.ts';
import { termsOf, tokenize, type Chunk } from '../text/tokenize.ts';

/** A piece of a title or a sentence as it is shown: text or a formula, marked or not. */
export type Piece = { text: string; marked: boolean } | { math: MathNode; marked: boolean };

/** The words of a query, each with the terms that answer it. */
export type MarkedTerms = readonly ReadonlySet<string>[];

/** The sentence that holds most of the words, the earliest of equals, with the words marked. */
export function bestSentence(sentences: readonly Inline[][], words: MarkedTerms): Piece[] {
  let best: Inline[] = sentences[0] ?? [];
  let most = 0;
  for (const sentence of sentences) {
    const held = countHeld(sentence, words);
    if (held > most) [best, most] = [sentence, held];
  }
  return markTerms(best, words);
}

/** The pieces of a text with the words that answer the query marked. */
export function markTerms(inlines: readonly Inline[], words: MarkedTerms): Piece[] {
  return inlines.flatMap((inline) =>
    typeof inline === 'string'
      ? markText(inline, words)
      : [{ math: inline, marked: isMarked(inlineText(inline), words) }],
  );
}

function markText(text: string, words: MarkedTerms): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of markedRanges(text, words)) {
    if (start > from) pieces.push({ text: text.slice(from, start), marked: false });
    if (start >= from) pieces.push({ text: text.slice(start, end), marked: true });
    from = Math.max(from, end);
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}

function markedRanges(text: string, words: MarkedTerms): { start: number; end: number }[] {
  return tokenize(text).flatMap(({ start, end, parts, joined }) => {
    if (joined.some((term) => isTerm(term, words))) return [{ start, end }];
    return parts.filter(({ term }) => isTerm(term, words));
  });
}

const known = new WeakMap<readonly Inline[], Chunk[]>();

/** The chunks of a title or a sentence, read once while its paper is among the hits. */
export function chunksOf(inlines: readonly Inline[]): Chunk[] {
  let chunks = known.get(inlines);
  if (!chunks) known.set(inlines, (chunks = tokenize(inlines.map(inlineText).join(''))));
  return chunks;
}

/** How much of the query a sentence holds: distinct words first, then how often. */
function countHeld(sentence: readonly Inline[], words: MarkedTerms): number {
  const chunks = chunksOf(sentence).map(({ parts, joined }) =>
    parts.map(({ term }) => term).concat(joined),
  );
  const held = words.filter((answers) =>
    chunks.some((terms) => terms.some((term) => answers.has(term))),
  ).length;
  // By chunks: the parts of an address, and all that they make, are no more than a word of prose.
  const often = chunks.filter((terms) => terms.some((term) => isTerm(term, words))).length;
  return held + Math.min(often, 9) / 10;
}

function isMarked(math: string, words: MarkedTerms): boolean {
  const terms = termsOf(math);
  return terms.some((term) => term.length > 1 && isTerm(term, words));
}

function isTerm(term: string, words: MarkedTerms): boolean {
  return words.some((answers) => answers.has(term));
}
