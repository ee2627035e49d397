import { NO_PLACE } from '../index/index-format.ts';
import type { WordAnswer } from './match-words.ts';
import type { Matches } from './ranking.ts';

/** Papers with their scores, best first unless said otherwise. */
export interface Ranked {
  papers: number[];
  scores: Float32Array;
}

/** What words of the title add to a score, as a share of it when all of them stand there. */
const TITLE_BONUS = 0.6;
/** What they add when they stand there one after the other, as in the query. */
const RUN_BONUS = 0.8;
/** Words follow one another over so many places: small words between them are not asked for. */
const LONGEST_STEP = 3;

/**
 * The papers that answer at least `least` of the words (all of them, unless said), by the sum of the
 * words' scores; more when the title holds them.
 */
export function combine(
  answers: readonly WordAnswer[],
  count: number,
  least = answers.length,
): Ranked {
  const held = new Uint8Array(count);
  const titled = new Uint8Array(count);
  const runs = new Uint8Array(count);
  const scores = new Float32Array(count);
  const seen: number[] = [];
  for (const [at, { matches }] of answers.entries()) {
    const before = answers[at - 1]?.matches.titlePlaces;
    for (const paper of matches.papers) {
      if (held[paper] === 0) seen.push(paper);
      held[paper]! += 1;
      const place = matches.titlePlaces[paper]!;
      if (place > 0) titled[paper]! += 1;
      if (before && follows(before[paper]!, place)) runs[paper]! += 1;
      scores[paper]! += matches.scores[paper]!;
    }
  }
  const papers = seen.filter((paper) => held[paper]! >= least);
  for (const paper of papers) {
    const share = titled[paper]! / answers.length;
    const run = runs[paper]! / Math.max(1, answers.length - 1);
    scores[paper]! *= 1 + TITLE_BONUS * share * share + RUN_BONUS * run * run;
  }
  return { papers: sortByScore(papers, scores), scores };
}

function follows(before: number, place: number): boolean {
  return before > 0 && place > before && place - before <= LONGEST_STEP && place <= NO_PLACE;
}

/** Best first; of equals the newer one, which has the lower number. */
function sortByScore(papers: number[], scores: Float32Array): number[] {
  return papers.sort((a, b) => scores[b]! - scores[a]! || a - b);
}

/** Lets `other` answer for a word too: a paper has the better of the two scores. */
export function addAnswer(
  answer: WordAnswer,
  other: Matches,
  terms: Iterable<string>,
  weight: number,
): WordAnswer {
  const scores = answer.matches.scores.slice();
  const titlePlaces = answer.matches.titlePlaces.slice();
  const papers = [...answer.matches.papers];
  for (const paper of other.papers) {
    if (scores[paper] === 0) papers.push(paper);
    scores[paper] = Math.max(scores[paper]!, other.scores[paper]! * weight);
    titlePlaces[paper] ||= other.titlePlaces[paper]!;
  }
  return {
    ...answer,
    matches: { papers, scores, titlePlaces },
    terms: new Set([...answer.terms, ...terms]),
  };
}
