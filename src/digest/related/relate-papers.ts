import type { Paper } from '../schema.ts';
import { paperTerms, WordReader, type Term } from './paper-terms.ts';

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
/** Counting needs no names: 2^22 counters, of which few are shared. */
const COUNTERS = 1 << 22;

/**
 * For each paper its neighbours, nearest first, with the terms that they share: words and pairs of
 * words that are rare in the digest and in abstracts at large. `score` is the cosine of the papers'
 * weighted terms, 0 to 1. Linear in the number of papers: only papers that share a rare term meet.
 */
export function relatePapers(papers: readonly Paper[]): Related[][] {
  const profiles = toProfiles(papers);
  const holders = holdersOf(profiles);
  const sums = new Float64Array(papers.length);
  return papers.map((_, at) => neighboursOf(at, papers, profiles, holders, sums));
}

/** A paper's telling terms, by key. */
interface Profile {
  weights: Map<string, { weight: number; form: string }>;
  length: number;
}

function toProfiles(papers: readonly Paper[]): Profile[] {
  const words = new WordReader();
  const counters = new Uint16Array(COUNTERS);
  for (const paper of papers) {
    for (const key of paperTerms(paper, words).keys()) counters[counterOf(key)]! += 1;
  }
  const most = Math.max(8, Math.min(MOST_PAPERS, papers.length / 5));
  return papers.map((paper) => {
    const shared = [...paperTerms(paper, words).values()].flatMap((term) => {
      const holding = counters[counterOf(term.key)]!;
      return holding < 2 || holding > most
        ? []
        : [{ term, weight: weigh(term, holding, papers.length) }];
    });
    shared.sort((a, b) => b.weight - a.weight || (a.term.key < b.term.key ? -1 : 1));
    const telling = shared.slice(0, MOST_TERMS);
    return {
      weights: new Map(telling.map(({ term, weight }) => [term.key, { weight, form: term.form }])),
      length: Math.hypot(UNSAID, ...telling.map(({ weight }) => weight)),
    };
  });
}

function weigh({ count, rarity }: Term, holding: number, papers: number): number {
  const rarityHere = Math.log(papers / holding) / Math.log(Math.max(2, papers / 2));
  return (1 + Math.log(count)) * (rarity + rarityHere) * rarity ** 2;
}

/** The papers that have a term, with its weight in each. */
type Holders = Map<string, { papers: number[]; weights: number[] }>;

function holdersOf(profiles: readonly Profile[]): Holders {
  const holders: Holders = new Map();
  for (const [at, { weights }] of profiles.entries()) {
    for (const [key, { weight }] of weights) {
      const known = holders.get(key) ?? { papers: [], weights: [] };
      known.papers.push(at);
      known.weights.push(weight);
      holders.set(key, known);
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
): Related[] {
  const { weights, length } = profiles[at]!;
  const met: number[] = [];
  for (const [key, { weight }] of weights) {
    const { papers: others, weights: theirs } = holders.get(key)!;
    for (let index = 0; index < others.length; index++) {
      const other = others[index]!;
      if (sums[other] === 0) met.push(other);
      sums[other]! += weight * theirs[index]!;
    }
  }
  const scored = met.map((other) => ({
    other,
    score: sums[other]! / (length * profiles[other]!.length),
  }));
  for (const other of met) sums[other] = 0;
  return scored
    .filter(({ other, score }) => other !== at && score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (papers[a.other]!.id < papers[b.other]!.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ other, score }) => ({
      id: papers[other]!.id,
      score: Math.min(1, Math.round(score * 1000) / 1000),
      terms: sharedTerms(profiles[at]!, profiles[other]!),
    }));
}

/** What brings two papers together, most telling first; "circuit" is left out beside "quantum circuit". */
function sharedTerms(one: Profile, other: Profile): string[] {
  const shared = [...one.weights]
    .flatMap(([key, { weight, form }]) => {
      const there = other.weights.get(key);
      return there ? [{ key, form, weight: weight * there.weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const kept: typeof shared = [];
  for (const term of shared) {
    const held = kept.some(({ key }) => holds(key, term.key) || holds(term.key, key));
    const tells = term.weight >= shared[0]!.weight * LEAST_SHOWN;
    if (!held && tells && kept.length < MOST_SHOWN_TERMS) kept.push(term);
  }
  return kept.map(({ form }) => form);
}

function holds(phrase: string, word: string): boolean {
  return ` ${phrase} `.includes(` ${word} `);
}

/** FNV-1a, folded to the number of counters. */
function counterOf(key: string): number {
  let hash = 2166136261;
  for (let at = 0; at < key.length; at++) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 16777619);
  }
  return (hash ^ (hash >>> 15)) & (COUNTERS - 1);
}
