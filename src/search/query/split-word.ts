import type { WordAnswer, WordMatcher } from './match-words.ts';
import type { PaperCard } from '../index/index-format.ts';
import type { IndexReader } from './index-reader.ts';
import { papersWithPhrase } from './phrases.ts';
import { chunksOf } from './snippet.ts';

const SHORTEST_PIECE = 3;
const MOST_PIECES = 4;
/** So many ways of taking a word apart are tried. */
const MOST_TRIED = 6;

/**
 * A word as several that stand in a row: `lookuptable` finds `lookup table`. Undefined where the index
 * has no such words side by side. A word that a paper holds is taken apart as it stands there:
 * `lowrank` finds `low rank` where another paper has `low-rank`.
 */
export async function splitWord(
  answer: WordAnswer,
  matcher: WordMatcher,
): Promise<(WordAnswer & { pieces: string[] }) | undefined> {
  for (const pieces of await waysOf(answer, matcher.reader)) {
    const phrase = pieces.map((term, offset) => ({ term, offset }));
    const together = await papersWithPhrase(phrase, matcher.reader);
    if (together.size === 0) continue;
    const answers = await Promise.all(
      pieces.map((term) => matcher.matchTerms(answer.word, [term], 1)),
    );
    return { ...keepOnly(together, answers), pieces };
  }
  return undefined;
}

async function waysOf({ word, matches }: WordAnswer, reader: IndexReader): Promise<string[][]> {
  const [holder] = matches.papers;
  if (holder !== undefined) return bound(word.term, await reader.card(holder));
  const { known } = await reader.vocabulary();
  return [...waysToSplit(word.term, known, MOST_PIECES)]
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST_TRIED);
}

/** The parts of a word that stands in a text with hyphens, if it does. */
function bound(term: string, { title, sentences }: PaperCard): string[][] {
  const chunk = [title, ...sentences]
    .flatMap((sentence) => chunksOf(sentence))
    .find(({ joined }) => joined.includes(term));
  const pieces = chunk?.parts.map((part) => part.term);
  return pieces && pieces.join('') === term ? [pieces] : [];
}

/** The pieces as one answer, for the papers in which they stand together. */
function keepOnly(papers: ReadonlySet<number>, answers: readonly WordAnswer[]): WordAnswer {
  const [first] = answers;
  const scores = first!.matches.scores.map((_, paper) =>
    papers.has(paper)
      ? answers.reduce((sum, { matches }) => sum + matches.scores[paper]!, 0) / answers.length
      : 0,
  );
  return {
    word: first!.word,
    matches: { papers: [...papers], scores, titlePlaces: first!.matches.titlePlaces },
    terms: new Set(answers.flatMap(({ terms }) => [...terms])),
    exact: papers.size,
  };
}

/** Every way to write a term as two or more known words, the longer first pieces first. */
function* waysToSplit(term: string, known: ReadonlySet<string>, most: number): Generator<string[]> {
  for (let at = term.length - SHORTEST_PIECE; at >= SHORTEST_PIECE; at--) {
    const [left, right] = [term.slice(0, at), term.slice(at)];
    if (!known.has(left)) continue;
    if (known.has(right)) yield [left, right];
    if (most > 2) for (const rest of waysToSplit(right, known, most - 1)) yield [left, ...rest];
  }
}
