import type { Inline } from '../document/read-html.ts';
import type { PaperCard } from '../index/index-format.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { takeBest, type Ranked } from './combine.ts';
import type { IndexReader } from './index-reader.ts';
import { chunksOf, type MarkedTerms } from './snippet.ts';

/** What words in a row add to a score, as a share of it when all of them follow one another. */
const CLOSE_BONUS = 0.9;
/** Before a guess is believed, so many of the papers that it finds are looked at. */
const MOST_LOOKED_AT = 3;
/** Words are near each other over so many places. */
const NEAR = 4;

/** A paper among the best with its score. */
export interface Scored {
  paper: number;
  score: number;
  card: PaperCard;
}

/** The best papers again, those first whose text has the words in the order of the query, in a row. */
export function rankByCloseness(best: readonly Scored[], words: MarkedTerms): Scored[] {
  if (words.length < 2) return [...best];
  const scored = best.map((one) => {
    const run = longestRun(one.card, words);
    return { one, score: one.score * (1 + CLOSE_BONUS * run * run) };
  });
  return scored.sort((a, b) => b.score - a.score).map(({ one }) => one);
}

/** The texts of the first papers, by which a guess is judged. */
export function bestCards(found: Ranked, reader: IndexReader): Promise<PaperCard[]> {
  const best = takeBest(found, found.papers, MOST_LOOKED_AT);
  return Promise.all(best.map((paper) => reader.card(paper)));
}

/** Whether two words stand in one sentence, in whichever order, with no more than a few between them. */
export function areNear(
  { title, sentences }: PaperCard,
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
): boolean {
  return [title, ...sentences].some((sentence) => {
    const terms = chunksOf(sentence).flatMap(({ parts }) => parts.map(({ term }) => term));
    return terms.some(
      (term, at) =>
        first.has(term) &&
        terms.slice(Math.max(0, at - NEAR), at + NEAR + 1).some((other) => second.has(other)),
    );
  });
}

/** The share of the query's words that follow one another in one sentence or in the title. */
export function longestRun({ title, sentences }: PaperCard, words: MarkedTerms): number {
  const runs = [title, ...sentences].map((sentence) => runIn(sentence, words));
  return (Math.max(...runs) - 1) / (words.length - 1);
}

/** How many words of the query follow one another in a sentence; small words between them do not count. */
function runIn(sentence: readonly Inline[], words: MarkedTerms): number {
  let longest = 1;
  let run = 0;
  for (const { parts } of chunksOf(sentence)) {
    for (const { term } of parts) {
      if (words[run]?.has(term)) run += 1;
      else if (!STOP_WORDS.has(term)) run = words[0]!.has(term) ? 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  return longest;
}
