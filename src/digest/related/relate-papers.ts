import type { Paper } from '../schema.ts';
import { CodeTable } from './code-table.ts';
import { paperTerms, rarityOfTerm, type PaperTerms } from './paper-terms.ts';
import { numberOfTopic, readPaperWords, type PaperWords } from './paper-words.ts';
import { sharedCodes, type SharedCodes } from './shared-codes.ts';
import { sharedPhrases } from './shared-phrases.ts';
import { WordReader } from './word-reader.ts';

type Related = Paper['related'][number];
/** What is read of a paper. */
type ReadPaper = Pick<Paper, 'id' | 'titleText' | 'abstractText' | 'topics'>;

const MOST = 5;
const MOST_SHOWN_TERMS = 4;
/** Candidates that are asked what they share; some share nothing that can be said. */
const MOST_ASKED = 12;
/** Of each paper the terms that tell most; with the cap on papers a term keeps the work linear. */
const MOST_TERMS = 32;
/** A term of more papers than this says little of each. */
const MOST_PAPERS = 200;
/** What an abstract leaves unsaid: two papers with one term in common are not yet alike. */
const UNSAID = 2.5;
const LEAST_SCORE = 0.08;
/** Papers that are less alike are named where there would be fewer than two. */
const LEAST_SCORE_OF_FEW = 0.035;
const FEW = 2;
/** Beside the most telling term, one that tells much less is not shown. */
const LEAST_SHOWN = 0.15;

/**
 * For each paper its neighbours, nearest first, with what they share: phrases that are rare in the
 * digest and in abstracts at large, or else a topic, by its label. `score` is the cosine of the
 * papers' weighted terms, 0 to 1. Linear in the number of papers: only papers that share a rare term
 * meet.
 */
export function relatePapers(
  papers: readonly ReadPaper[],
  topicLabels: ReadonlyMap<string, string> = new Map(),
): Related[][] {
  const reader = new WordReader();
  const words = papers.map((paper) => readPaperWords(paper, reader));
  const profiles = toProfiles(words);
  const labels = new Map([...topicLabels].map(([id, label]) => [numberOfTopic(id, reader), label]));
  const holders = holdersOf(profiles);
  const digest = { papers, words, profiles, holders, topicLabels: labels };
  const table = {
    sums: new Float64Array(papers.length),
    own: new Float64Array(holders.length),
  };
  return papers.map((_, at) => neighboursOf(at, digest, table));
}

/** All that neighbours are looked for in; papers go by their places. */
interface Digest {
  papers: readonly ReadPaper[];
  words: readonly PaperWords[];
  profiles: readonly Profile[];
  holders: readonly Holders[];
  /** By the code of the topic as a term. */
  topicLabels: ReadonlyMap<number, string>;
}

/** A paper's telling terms, the most telling first. */
interface Profile {
  terms: Term[];
  length: number;
}

interface Term {
  code: number;
  /** Its place among the codes that papers share. */
  place: number;
  weight: number;
}

/** The papers that have a term, with its weight in each. */
interface Holders {
  papers: number[];
  weights: number[];
}

function toProfiles(words: readonly PaperWords[]): Profile[] {
  const rows = new CodeTable();
  const read = words.map((paper) => paperTerms(paper, rows));
  const most = Math.max(8, Math.min(MOST_PAPERS, words.length / 5));
  const shared = sharedCodes(
    read.map(({ codes }) => codes),
    most,
  );
  return read.map((terms, at) => {
    const telling = tellingTerms(terms, words[at]!, shared, words.length)
      .sort((a, b) => b.weight - a.weight || a.code - b.code)
      .slice(0, MOST_TERMS);
    return { terms: telling, length: Math.hypot(UNSAID, ...telling.map(({ weight }) => weight)) };
  });
}

function tellingTerms(
  { codes, counts, places }: PaperTerms,
  words: PaperWords,
  shared: SharedCodes,
  papers: number,
): Term[] {
  const telling: Term[] = [];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    const place = shared.placeOf(code);
    if (place < 0) continue;
    const rarity = rarityOfTerm(code, places[row]!, words);
    const weight = weigh(counts[row]!, rarity, shared.holding[place]!, papers);
    telling.push({ code, place, weight });
  }
  return telling;
}

function weigh(count: number, rarity: number, holding: number, papers: number): number {
  const rarityHere = Math.log(papers / holding) / Math.log(Math.max(2, papers / 2));
  return (1 + Math.log(count)) * (rarity + rarityHere) * rarity ** 2;
}

function holdersOf(profiles: readonly Profile[]): Holders[] {
  const holders: Holders[] = [];
  for (const [at, { terms }] of profiles.entries()) {
    for (const { place, weight } of terms) {
      const held = (holders[place] ??= { papers: [], weights: [] });
      held.papers.push(at);
      held.weights.push(weight);
    }
  }
  return holders;
}

interface Candidate {
  other: number;
  score: number;
}

/** To work with: zeros before and after. */
interface Table {
  /** For every paper. */
  sums: Float64Array;
  /** The weights that terms have in the paper whose neighbours are looked for, by their places. */
  own: Float64Array;
}

function neighboursOf(at: number, digest: Digest, { sums, own }: Table): Related[] {
  const candidates = candidatesOf(at, digest, sums);
  const { terms } = digest.profiles[at]!;
  for (const { place, weight } of terms) own[place] = weight;
  const found = nearestOf(candidates, { at, own }, digest);
  for (const { place } of terms) own[place] = 0;
  return found;
}

function nearestOf(candidates: readonly Candidate[], paper: Asking, digest: Digest): Related[] {
  const alike = candidates.filter(({ score }) => score >= LEAST_SCORE);
  const found = nearest(alike, MOST, paper, digest);
  if (found.length >= FEW) return found;
  const others = candidates.filter(({ score }) => score < LEAST_SCORE);
  return found.concat(nearest(others, FEW - found.length, paper, digest));
}

function candidatesOf(at: number, { profiles, holders }: Digest, sums: Float64Array): Candidate[] {
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
  const candidates: Candidate[] = [];
  for (const other of met) {
    const score = sums[other]! / (length * profiles[other]!.length);
    sums[other] = 0;
    if (other !== at && score >= LEAST_SCORE_OF_FEW) candidates.push({ other, score });
  }
  return candidates;
}

/** The paper whose neighbours are looked for, with the weights of its terms by their places. */
interface Asking {
  at: number;
  own: Float64Array;
}

/** The nearest, at most `most`, of those that share something that can be said. */
function nearest(candidates: Candidate[], most: number, paper: Asking, digest: Digest): Related[] {
  const { papers } = digest;
  const idOf = ({ other }: Candidate) => papers[other]!.id;
  candidates.sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
  const found: Related[] = [];
  for (const candidate of candidates.slice(0, MOST_ASKED)) {
    if (found.length === most) break;
    const terms = whatTheyShare(paper, candidate, digest);
    if (terms.length === 0) continue;
    const score = Math.min(1, Math.round(candidate.score * 1000) / 1000);
    found.push({ id: idOf(candidate), score, terms });
  }
  return found;
}

/**
 * Phrases, the most telling first; where there are none, a topic that the papers have in common.
 * Papers that are less alike need more than one word.
 */
function whatTheyShare({ at, own }: Asking, { other, score }: Candidate, digest: Digest): string[] {
  const { words, profiles, topicLabels } = digest;
  const shared = sharedTerms(own, profiles[other]!);
  const ofWords = shared.filter(({ code }) => !topicLabels.has(code));
  const telling = ofWords
    .filter(({ weight }) => weight >= ofWords[0]!.weight * LEAST_SHOWN)
    .map(({ code }) => code);
  const said = sharedPhrases(words[at]!, words[other]!, telling, MOST_SHOWN_TERMS);
  const sure = said.filter(({ kind }) => kind === 'phrase' || score >= LEAST_SCORE);
  const forms = sure.map(({ form }) => form);
  const needsTopic = sure.every(({ kind }) => kind === 'word');
  const topic = shared.find(({ code }) => topicLabels.has(code));
  return needsTopic && topic ? [...forms, topicLabels.get(topic.code)!] : forms;
}

/** The terms that both have, with what they weigh together, the greatest first. */
function sharedTerms(own: Asking['own'], { terms }: Profile): Term[] {
  const shared: Term[] = [];
  for (const { code, place, weight } of terms) {
    if (own[place]! > 0) shared.push({ code, place, weight: weight * own[place]! });
  }
  return shared.sort((a, b) => b.weight - a.weight || a.code - b.code);
}
