import { BestFew } from './best-few.ts';
import { isPlainWord, usualShareOf, type PaperTerms } from './paper-terms.ts';
import type { PaperWords } from './paper-words.ts';

/** The most telling terms of all papers, one paper after the other, the most telling first. */
export interface Profiles {
  /** Places in `PaperTerms.codes`. */
  terms: Int32Array;
  weights: Float64Array;
  /** Where each paper's terms begin; at the end where the last one's end. */
  firsts: Int32Array;
  /** Of each paper's weights together, with what its abstract leaves unsaid. */
  lengths: Float64Array;
}

/** The papers that have each term, one term after the other, with its weight in each. */
export interface Holders {
  papers: Int32Array;
  weights: Float64Array;
  /** Where each term's papers begin; at the end where the last one's end. */
  firsts: Int32Array;
}

/** Of each paper the terms that tell most; with the cap on papers a term keeps the work linear. */
const MOST_TERMS = 32;
/** A term of more papers than this says little of each. */
const MOST_PAPERS = 200;
/** What an abstract leaves unsaid: two papers with one term in common are not yet alike. */
const UNSAID = 3.5;
/** A digest is a small sample: how usual a term is at large counts as much as so many papers of it. */
const AT_LARGE = 200;
/** A term of one in so many papers, said once, weighs 1. */
const RARE = Math.log(400);
/** A word of small letters alone says less than a pair or an acronym. */
const PLAIN_WORD_SAYS = 0.5;
/** A topic says more than a term. */
const TOPIC_SAYS = 1.5;
/** A topic of one in twelve papers says as much as one can: it is wider than a term. */
const RARE_TOPIC = Math.log(12);

export function toProfiles(words: PaperWords, found: PaperTerms): Profiles {
  const papers = words.papers.length;
  const terms = new Int32Array(papers * MOST_TERMS);
  const weights = new Float64Array(papers * MOST_TERMS);
  const firsts = new Int32Array(papers + 1);
  const lengths = new Float64Array(papers);
  const telling = new BestFew(MOST_TERMS, (one, other) => found.codes[one]! < found.codes[other]!);
  for (let paper = 0; paper < papers; paper++) {
    const first = firsts[paper]!;
    telling.clear();
    addTelling(telling, paper, words, found);
    const best = telling.worths.subarray(0, telling.size);
    terms.set(telling.things.subarray(0, telling.size), first);
    weights.set(best, first);
    firsts[paper + 1] = first + telling.size;
    lengths[paper] = Math.hypot(UNSAID, ...best);
  }
  return { terms, weights, firsts, lengths };
}

/** Adds the terms of a paper that others have too, but not too many. */
function addTelling(telling: BestFew, paper: number, words: PaperWords, found: PaperTerms): void {
  const most = Math.max(8, Math.min(MOST_PAPERS, words.papers.length / 5));
  const { end } = words.papers[paper]!;
  for (let row = found.firsts[paper]!; row < found.firsts[paper + 1]!; row++) {
    const term = found.terms[row]!;
    const holding = found.holding[term]!;
    const isTopic = found.places[row] === end;
    if (holding < 2 || holding > (isTopic ? MOST_PAPERS : most)) continue;
    telling.add(term, (isTopic ? weighTopic : weighTerm)(row, words, found));
  }
}

/** What the tagger is sure of counts most: many papers touch on the topics of others. */
function weighTopic(row: number, { papers }: PaperWords, found: PaperTerms): number {
  const score = found.counts[row]! / 100;
  const rarity = Math.log(papers.length / found.holding[found.terms[row]!]!);
  return TOPIC_SAYS * score ** 3 * Math.min(RARE_TOPIC, rarity);
}

function weighTerm(row: number, words: PaperWords, found: PaperTerms): number {
  const term = found.terms[row]!;
  const code = found.codes[term]!;
  const place = found.places[row]!;
  const holding = found.holding[term]! + AT_LARGE * usualShareOf(code, place, words);
  const rarity = Math.log((words.papers.length + AT_LARGE) / holding) / RARE;
  const says = isPlainWord(code, place, words) ? PLAIN_WORD_SAYS : 1;
  return says * (1 + Math.log(found.counts[row]!)) * rarity * Math.sqrt(rarity);
}

export function holdersOf(profiles: Profiles, termCount: number): Holders {
  const { terms, firsts: firstsOfPapers } = profiles;
  const all = firstsOfPapers.at(-1)!;
  const firsts = new Int32Array(termCount + 1);
  for (let at = 0; at < all; at++) firsts[terms[at]! + 1]! += 1;
  for (let term = 0; term < termCount; term++) firsts[term + 1]! += firsts[term]!;
  const papers = new Int32Array(all);
  const weights = new Float64Array(all);
  const next = firsts.slice();
  for (let paper = 0; paper + 1 < firstsOfPapers.length; paper++) {
    for (let at = firstsOfPapers[paper]!; at < firstsOfPapers[paper + 1]!; at++) {
      const place = next[terms[at]!]!++;
      papers[place] = paper;
      weights[place] = profiles.weights[at]!;
    }
  }
  return { papers, weights, firsts };
}
