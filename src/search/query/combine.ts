import { NO_PLACE } from '../index/index-format.ts';
import type { WordAnswer } from './match-words.ts';
import type { Matches } from './ranking.ts';

/** Papers, in no order, with their scores by paper number. */
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
  const matches = answers.map((answer) => answer.matches);
  const papers =
    least === matches.length ? holdingAll(matches) : holdingSome(matches, count, least);
  const scores = new Float32Array(papers.length > 0 ? count : 0);
  for (const paper of papers) scores[paper] = scoreOf(paper, matches);
  return { papers, scores };
}

function holdingAll(matches: readonly Matches[]): number[] {
  const rarest = matches.toSorted((a, b) => a.papers.length - b.papers.length);
  const [first, ...others] = rarest;
  return (first?.papers ?? []).filter((paper) => others.every(({ scores }) => scores[paper]! > 0));
}

function holdingSome(matches: readonly Matches[], count: number, least: number): number[] {
  const held = new Uint8Array(count);
  const found: number[] = [];
  for (const { papers } of matches)
    for (const paper of papers) if ((held[paper]! += 1) === least) found.push(paper);
  return found;
}

function scoreOf(paper: number, matches: readonly Matches[]): number {
  let sum = 0;
  let titled = 0;
  let follows = 0;
  let before = 0;
  for (const { scores, titlePlaces } of matches) {
    const place = titlePlaces[paper]!;
    sum += scores[paper]!;
    if (place > 0) titled += 1;
    if (isNext(before, place)) follows += 1;
    before = place;
  }
  const share = titled / matches.length;
  const run = follows / Math.max(1, matches.length - 1);
  return sum * (1 + TITLE_BONUS * share * share + RUN_BONUS * run * run);
}

function isNext(before: number, place: number): boolean {
  return before > 0 && place > before && place - before <= LONGEST_STEP && place <= NO_PLACE;
}

/** The best papers in order, so many of them; of equals the newer one, which has the lower number. */
export function takeBest({ scores }: Ranked, papers: readonly number[], most: number): number[] {
  const isBetter = (a: number, b: number) =>
    scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b);
  const best: number[] = [];
  for (const paper of papers) {
    if (best.length === most && !isBetter(paper, best[most - 1]!)) continue;
    let at = Math.min(best.length, most - 1);
    while (at > 0 && isBetter(paper, best[at - 1]!)) {
      best[at] = best[at - 1]!;
      at -= 1;
    }
    best[at] = paper;
  }
  return best;
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
