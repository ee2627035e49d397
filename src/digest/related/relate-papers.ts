import type { Paper } from '../schema.ts';
import { BestFew } from './best-few.ts';
import { paperTerms, type PaperTerms } from './paper-terms.ts';
import { PaperReader } from './paper-reader.ts';
import { wordsOfPapers, type PaperTexts, type PaperWords, type ReadPaper } from './paper-words.ts';
import { holdersOf, toProfiles, type Holders, type Profiles } from './profiles.ts';
import { sharedPhrases } from './shared-phrases.ts';

export type Related = Paper['related'][number];
export type RelatedPaper = PaperTexts & Omit<ReadRelated, 'run'>;
/** The same when its texts were read. */
export type ReadRelated = ReadPaper & Pick<Paper, 'id'>;

const MOST = 5;
const MOST_SHOWN_TERMS = 4;
/** Candidates that are asked what they share; some share nothing that can be said. */
const MOST_ASKED = 12;
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
 * meet. A `reader` that knows the papers' texts already saves time, and changes nothing.
 */
export function relatePapers(
  papers: readonly RelatedPaper[],
  topics: readonly { id: string; label: string }[] = [],
  reader = new PaperReader(),
): Related[][] {
  const read = papers.map((paper) => ({ ...paper, run: reader.read(paper) }));
  return relateRead(read, topics, reader);
}

/** The same of papers that `reader` has read. */
export function relateRead(
  papers: readonly ReadRelated[],
  topics: readonly { id: string; label: string }[],
  reader: PaperReader,
): Related[][] {
  const words = wordsOfPapers(papers, reader);
  const found = paperTerms(words);
  const profiles = toProfiles(words, found);
  const digest: Digest = {
    ids: papers.map(({ id }) => id),
    words,
    codes: found.codes,
    profiles,
    holders: holdersOf(profiles, found.codes.length),
    topicLabels: labelsOf(topics, words),
  };
  const table = new Table(digest);
  return papers.map((_, at) => neighboursOf(at, digest, table));
}

function labelsOf(
  topics: readonly { id: string; label: string }[],
  { numberOfTopic }: PaperWords,
): Map<number, string> {
  const numbered = topics.map(({ id, label }) => [numberOfTopic(id) ?? -1, label] as const);
  return new Map(numbered.filter(([number]) => number >= 0));
}

/** All that neighbours are looked for in; papers and terms go by their places. */
interface Digest {
  ids: readonly string[];
  words: PaperWords;
  codes: PaperTerms['codes'];
  profiles: Profiles;
  holders: Holders;
  /** By the code of the topic as a term. */
  topicLabels: ReadonlyMap<number, string>;
}

/** To work with, the same for all papers. */
class Table {
  /** What each paper has in common with the one at hand; zeros before and after. */
  readonly sums: Float64Array;
  /** The weights that terms have in the paper at hand; zeros before and after. */
  readonly own: Float64Array;
  /** The papers that have something in common with it. */
  readonly met: number[] = [];
  readonly alike: BestFew;
  readonly lessAlike: BestFew;
  readonly shared: BestFew;

  constructor({ ids, codes, profiles }: Digest) {
    const byId = (one: number, other: number) => ids[one]! < ids[other]!;
    this.sums = new Float64Array(ids.length);
    this.own = new Float64Array(codes.length);
    this.alike = new BestFew(MOST_ASKED, byId);
    this.lessAlike = new BestFew(MOST_ASKED, byId);
    const most = profiles.firsts.reduce(
      (longest, first, at) => Math.max(longest, first - (profiles.firsts[at - 1] ?? 0)),
      0,
    );
    this.shared = new BestFew(most, (one, other) => codes[one]! < codes[other]!);
  }
}

function neighboursOf(at: number, digest: Digest, table: Table): Related[] {
  const { terms, weights, firsts } = digest.profiles;
  const { own } = table;
  findCandidates(at, digest, table);
  for (let row = firsts[at]!; row < firsts[at + 1]!; row++) own[terms[row]!] = weights[row]!;
  const found = nearest(table.alike, MOST, at, digest, table);
  if (found.length < FEW)
    found.push(...nearest(table.lessAlike, FEW - found.length, at, digest, table));
  for (let row = firsts[at]!; row < firsts[at + 1]!; row++) own[terms[row]!] = 0;
  return found;
}

/** The papers nearest to one, in the table. */
function findCandidates(at: number, { profiles, holders }: Digest, table: Table): void {
  const { sums, met, alike, lessAlike } = table;
  met.length = 0;
  for (let row = profiles.firsts[at]!; row < profiles.firsts[at + 1]!; row++) {
    const term = profiles.terms[row]!;
    const weight = profiles.weights[row]!;
    for (let held = holders.firsts[term]!; held < holders.firsts[term + 1]!; held++) {
      const other = holders.papers[held]!;
      if (sums[other] === 0) met.push(other);
      sums[other]! += weight * holders.weights[held]!;
    }
  }
  alike.clear();
  lessAlike.clear();
  for (const other of met) {
    const score = sums[other]! / (profiles.lengths[at]! * profiles.lengths[other]!);
    sums[other] = 0;
    if (other === at || score < LEAST_SCORE_OF_FEW) continue;
    (score < LEAST_SCORE ? lessAlike : alike).add(other, score);
  }
}

/** The nearest, at most `most`, of those that share something that can be said. */
function nearest(
  candidates: BestFew,
  most: number,
  at: number,
  digest: Digest,
  table: Table,
): Related[] {
  const found: Related[] = [];
  for (let row = 0; row < candidates.size && found.length < most; row++) {
    const other = candidates.things[row]!;
    const score = candidates.worths[row]!;
    const terms = whatTheyShare(at, other, score, digest, table);
    if (terms.length === 0) continue;
    found.push({
      id: digest.ids[other]!,
      score: Math.min(1, Math.round(score * 1000) / 1000),
      terms,
    });
  }
  return found;
}

/**
 * Phrases, the most telling first; where there are none, a topic that the papers have in common.
 * Papers that are less alike need more than one word.
 */
function whatTheyShare(
  at: number,
  other: number,
  score: number,
  digest: Digest,
  table: Table,
): string[] {
  const { words, topicLabels } = digest;
  const { telling, topic } = sharedTerms(other, digest, table);
  const said = sharedPhrases(
    words.papers[at]!,
    words.papers[other]!,
    telling,
    MOST_SHOWN_TERMS,
    words,
  );
  const sure = said.filter(({ kind }) => kind === 'phrase' || score >= LEAST_SCORE);
  const forms = sure.map(({ form }) => form);
  const needsTopic = sure.every(({ kind }) => kind === 'word');
  return needsTopic && topic !== undefined ? [...forms, topicLabels.get(topic)!] : forms;
}

/** The telling terms that a paper shares with the one at hand, the best first, and the best topic. */
function sharedTerms(
  other: number,
  { profiles, codes, topicLabels }: Digest,
  { own, shared }: Table,
): { telling: number[]; topic: number | undefined } {
  const { terms, weights, firsts } = profiles;
  shared.clear();
  for (let row = firsts[other]!; row < firsts[other + 1]!; row++) {
    const term = terms[row]!;
    if (own[term]! > 0) shared.add(term, weights[row]! * own[term]!);
  }
  const telling: number[] = [];
  let [topic, least]: [number | undefined, number] = [undefined, 0];
  for (let row = 0; row < shared.size; row++) {
    const code = codes[shared.things[row]!]!;
    if (topicLabels.has(code)) topic ??= code;
    else if (shared.worths[row]! >= least) {
      if (telling.length === 0) least = shared.worths[row]! * LEAST_SHOWN;
      telling.push(code);
    }
  }
  return { telling, topic };
}
