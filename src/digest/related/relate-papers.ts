import type { Paper } from '../schema.ts';
import { paperTerms, termText, Vocabulary, type PaperTerms } from './paper-terms.ts';
import { sharedCodes, type SharedCodes } from './shared-codes.ts';

type Related = Paper['related'][number];

const MOST = 5;
const MOST_SHOWN_TERMS = 4;
/** Of each paper the terms that tell most; with the cap on papers a term keeps the work linear. */
const MOST_TERMS = 32;
/** A term of more papers than this says little of each. */
const MOST_PAPERS = 200;
/** What an abstract leaves unsaid: two papers with one term in common are not yet alike. */
const UNSAID = 2.5;
const LEAST_SCORE = 0.08;
/** Beside the most telling term, one that tells much less is not shown. */
const LEAST_SHOWN = 0.15;

/**
 * For each paper its neighbours, nearest first, with the terms that they share: words and pairs of
 * words that are rare in the digest and in abstracts at large. `score` is the cosine of the papers'
 * weighted terms, 0 to 1. Linear in the number of papers: only papers that share a rare term meet.
 */
export function relatePapers(papers: readonly Paper[]): Related[][] {
  const vocabulary = new Vocabulary();
  const profiles = toProfiles(papers, vocabulary);
  const holders = holdersOf(profiles);
  const sums = new Float64Array(papers.length);
  return profiles.map(({ terms }, at) => {
    const own = new Map(terms.map((term) => [term.place, term]));
    const text = termText(papers[at]!);
    return neighboursOf(at, papers, profiles, holders, sums).map(({ other, score }) => ({
      id: papers[other]!.id,
      score: Math.min(1, Math.round(score * 1000) / 1000),
      terms: sharedTerms(own, profiles[other]!, vocabulary).map(({ start, end }) =>
        text.slice(start, end).replace(/\s+/g, ' '),
      ),
    }));
  });
}

/** A telling term of a paper. */
interface Term {
  code: number;
  /** Its place among the shared codes. */
  place: number;
  weight: number;
  start: number;
  end: number;
}

/** A paper's telling terms, the most telling first. */
interface Profile {
  terms: Term[];
  length: number;
}

function toProfiles(papers: readonly Paper[], vocabulary: Vocabulary): Profile[] {
  const read = papers.map((paper) => paperTerms(paper, vocabulary));
  const most = Math.max(8, Math.min(MOST_PAPERS, papers.length / 5));
  const shared = sharedCodes(
    read.map(({ codes }) => codes),
    most,
  );
  return read.map((terms) => {
    const telling = tellingTerms(terms, shared, papers.length)
      .sort(
        (a, b) =>
          b.weight - a.weight || (vocabulary.keyOf(a.code) < vocabulary.keyOf(b.code) ? -1 : 1),
      )
      .slice(0, MOST_TERMS);
    return { terms: telling, length: Math.hypot(UNSAID, ...telling.map(({ weight }) => weight)) };
  });
}

function tellingTerms(terms: PaperTerms, shared: SharedCodes, papers: number): Term[] {
  const telling: Term[] = [];
  for (let row = 0; row < terms.codes.length; row++) {
    const code = terms.codes[row]!;
    const place = shared.placeOf(code);
    if (place < 0) continue;
    const weight = weigh(terms.counts[row]!, terms.rarities[row]!, shared.holding[place]!, papers);
    telling.push({ code, place, weight, start: terms.starts[row]!, end: terms.ends[row]! });
  }
  return telling;
}

function weigh(count: number, rarity: number, holding: number, papers: number): number {
  const rarityHere = Math.log(papers / holding) / Math.log(Math.max(2, papers / 2));
  return (1 + Math.log(count)) * (rarity + rarityHere) * rarity ** 2;
}

/** The papers that have a term, by its place, with its weight in each. */
type Holders = { papers: number[]; weights: number[] }[];

function holdersOf(profiles: readonly Profile[]): Holders {
  const holders: Holders = [];
  for (const [at, { terms }] of profiles.entries()) {
    for (const { place, weight } of terms) {
      const held = (holders[place] ??= { papers: [], weights: [] });
      held.papers.push(at);
      held.weights.push(weight);
    }
  }
  return holders;
}

/** `sums` holds a zero for every paper, before and after. */
function neighboursOf(
  at: number,
  papers: readonly Paper[],
  profiles: readonly Profile[],
  holders: Holders,
  sums: Float64Array,
): { other: number; score: number }[] {
  const { terms, length } = profiles[at]!;
  const met: number[] = [];
  for (const { place, weight } of terms) {
    const { papers: others, weights: theirs } = holders[place]!;
    for (let index = 0; index < others.length; index++) {
      const other = others[index]!;
      if (sums[other] === 0) met.push(other);
      sums[other]! += weight * theirs[index]!;
    }
  }
  const near: { other: number; score: number }[] = [];
  for (const other of met) {
    const score = sums[other]! / (length * profiles[other]!.length);
    if (other !== at && score >= LEAST_SCORE) near.push({ other, score });
    sums[other] = 0;
  }
  return near
    .sort((a, b) => b.score - a.score || (papers[a.other]!.id < papers[b.other]!.id ? -1 : 1))
    .slice(0, MOST);
}

/** What brings two papers together, most telling first; "circuit" is left out beside "quantum circuit". */
function sharedTerms(
  own: ReadonlyMap<number, Term>,
  other: Profile,
  vocabulary: Vocabulary,
): Term[] {
  const shared = other.terms
    .flatMap((theirs) => {
      const term = own.get(theirs.place);
      if (!term) return [];
      return [{ term, key: vocabulary.keyOf(term.code), weight: term.weight * theirs.weight }];
    })
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const kept: typeof shared = [];
  for (const next of shared) {
    if (kept.length === MOST_SHOWN_TERMS || next.weight < shared[0]!.weight * LEAST_SHOWN) break;
    if (!kept.some(({ key }) => holds(key, next.key) || holds(next.key, key))) kept.push(next);
  }
  return kept.map(({ term }) => term);
}

function holds(phrase: string, word: string): boolean {
  return ` ${phrase} `.includes(` ${word} `);
}
