import { BestFew } from './best-few.ts';
import { rarityOfTerm, type PaperTerms } from './paper-terms.ts';
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
const UNSAID = 2.5;

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
  const papers = words.papers.length;
  const most = Math.max(8, Math.min(MOST_PAPERS, papers / 5));
  for (let row = found.firsts[paper]!; row < found.firsts[paper + 1]!; row++) {
    const term = found.terms[row]!;
    const holding = found.holding[term]!;
    if (holding < 2 || holding > most) continue;
    const rarity = rarityOfTerm(
      found.codes[term]!,
      found.places[row]!,
      words.papers[paper]!,
      words,
    );
    telling.add(term, weigh(found.counts[row]!, rarity, holding, papers));
  }
}

function weigh(count: number, rarity: number, holding: number, papers: number): number {
  const rarityHere = Math.log(papers / holding) / Math.log(Math.max(2, papers / 2));
  return (1 + Math.log(count)) * (rarity + rarityHere) * rarity ** 2;
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
