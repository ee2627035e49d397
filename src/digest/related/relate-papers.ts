import type { Paper } from '../schema.ts';
import { BestFew } from './best-few.ts';
import { paperTerms, type PaperTerms } from './paper-terms.ts';
import { PaperReader } from './paper-reader.ts';
import { wordsOfPapers, type PaperTexts, type PaperWords, type ReadPaper } from './paper-words.ts';
import { holdersOf, toProfiles, type Holders, type Profiles } from './profiles.ts';
import { sharedPhrases, type SharedPhrase } from './shared-phrases.ts';

export type Related = Paper['related'][number];
export type RelatedPaper = PaperTexts & Omit<ReadRelated, 'run'>;
/** The same when its texts were read. */
export type ReadRelated = ReadPaper & Pick<Paper, 'id'>;

/** A topic as pages name it. */
interface Topic {
  id: string;
  label: string;
}

const MOST = 5;
const MOST_SHOWN_TERMS = 4;
/** Candidates that are asked what they share; some share nothing that can be said, or only one thing. */
const MOST_ASKED = 12;
const LEAST_SCORE = 0.07;
/** A paper that is less alike is named where there would be none. */
const LEAST_SCORE_OF_ONE = 0.05;
/** Of one that shares a phrase, and no topic. */
const LEAST_SCORE_OF_PHRASE = 0.08;
/** One thing in common may be chance: of the one that says most, this share does not count. */
const CHANCE = 0.5;
/** Beside the most telling term, one that tells much less is not shown. */
const LEAST_SHOWN = 0.15;

/**
 * For each paper its neighbours, nearest first, with what they share: phrases that are rare in the
 * digest and in abstracts at large, or else a topic, by its label. `score` is the cosine of the
 * papers' weighted terms and topics, 0 to 1, less half of what the one that says most adds to it.
 * Linear in the number of papers: only papers that share a rare term meet. A `reader` that knows the
 * papers' texts already saves time, and changes nothing.
 */
export function relatePapers(
  papers: readonly RelatedPaper[],
  topics: readonly Topic[] = [],
  reader = new PaperReader(),
): Related[][] {
  const read = papers.map((paper) => ({ ...paper, run: reader.read(paper) }));
  return relateRead(read, topics, reader);
}

/** The same of papers that `reader` has read. */
export function relateRead(
  papers: readonly ReadRelated[],
  topics: readonly Topic[],
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
    topics: byCode(topics, words),
  };
  const table = new Table(digest);
  return papers.map((_, at) => neighboursOf(at, digest, table));
}

function byCode(topics: readonly Topic[], { numberOfTopic }: PaperWords): Map<number, Topic> {
  const numbered = topics.map((topic) => [numberOfTopic(topic.id) ?? -1, topic] as const);
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
  topics: ReadonlyMap<number, Topic>;
}

/** To work with, the same for all papers. */
class Table {
  /** What each paper has in common with the one at hand; zeros before and after. */
  readonly sums: Float64Array;
  /** The weights that terms have in the paper at hand; zeros before and after. */
  readonly own: Float64Array;
  /** The papers that have something in common with it. */
  readonly met: number[] = [];
  readonly candidates: BestFew;
  readonly alike: BestFew;
  readonly shared: BestFew;

  constructor({ ids, codes, profiles }: Digest) {
    const byId = (one: number, other: number) => ids[one]! < ids[other]!;
    this.sums = new Float64Array(ids.length);
    this.own = new Float64Array(codes.length);
    this.candidates = new BestFew(MOST_ASKED, byId);
    this.alike = new BestFew(MOST_ASKED, byId);
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
  for (let row = firsts[at]!; row < firsts[at + 1]!; row++) own[terms[row]!] = weights[row]!;
  findCandidates(at, digest, table);
  judgeCandidates(at, digest, table);
  const found = nearest(at, digest, table);
  for (let row = firsts[at]!; row < firsts[at + 1]!; row++) own[terms[row]!] = 0;
  return found;
}

/** The papers that have most in common with one, in the table. */
function findCandidates(at: number, { profiles, holders }: Digest, table: Table): void {
  const { sums, met, candidates } = table;
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
  candidates.clear();
  for (const other of met) {
    const score = sums[other]! / (profiles.lengths[at]! * profiles.lengths[other]!);
    sums[other] = 0;
    if (other !== at && score >= LEAST_SCORE_OF_ONE) candidates.add(other, score);
  }
}

/** The candidates by what they have in common beside one thing. */
function judgeCandidates(at: number, { profiles }: Digest, table: Table): void {
  const { terms, weights, firsts, lengths } = profiles;
  const { own, candidates, alike } = table;
  alike.clear();
  for (let row = 0; row < candidates.size; row++) {
    const other = candidates.things[row]!;
    let most = 0;
    for (let held = firsts[other]!; held < firsts[other + 1]!; held++)
      most = Math.max(most, weights[held]! * own[terms[held]!]!);
    const chance = (CHANCE * most) / (lengths[at]! * lengths[other]!);
    alike.add(other, candidates.worths[row]! - chance);
  }
}

/** The nearest, at most `MOST`, of those that share enough. */
function nearest(at: number, digest: Digest, table: Table): Related[] {
  const { alike } = table;
  const found: Related[] = [];
  for (let row = 0; row < alike.size && found.length < MOST; row++) {
    const other = alike.things[row]!;
    const score = alike.worths[row]!;
    if (score < (found.length > 0 ? LEAST_SCORE : LEAST_SCORE_OF_ONE)) break;
    const shared = whatTheyShare(at, other, digest, table);
    if (!isEnough(shared, score, found.length === 0)) continue;
    const rounded = Math.min(1, Math.round(score * 1000) / 1000);
    found.push({ id: digest.ids[other]!, score: rounded, terms: termsOf(shared, digest) });
  }
  return found;
}

/**
 * Whether two papers can be said to be neighbours: by two things that they share, by a phrase that
 * they dwell on, or, where there is no other neighbour, by a topic.
 */
function isEnough({ said, topics }: Shared, score: number, isFirst: boolean): boolean {
  if (said.length + topics.length > 1) return true;
  if (topics.length > 0) return isFirst;
  const [only] = said;
  if (!only || score < LEAST_SCORE_OF_PHRASE) return false;
  return only.dwelling >= (only.kind === 'phrase' ? 1 : 2);
}

/**
 * Phrases, the most telling first; where neither paper dwells on one, the best topic before them;
 * where there is none, two topics.
 */
function termsOf({ said, topics }: Shared, digest: Digest): string[] {
  const forms = said.map(({ form }) => form);
  const isVague = said.every(({ kind, dwelling }) => kind === 'word' || dwelling === 0);
  return isVague
    ? [...labelsOf(topics, digest).slice(0, forms.length > 0 ? 1 : 2), ...forms]
    : forms;
}

/** A child speaks for its parent. */
function labelsOf(codes: readonly number[], digest: Digest): string[] {
  const topics = codes.map((code) => digest.topics.get(code)!);
  return topics
    .filter(({ id }) => !topics.some((other) => other.id.startsWith(`${id}/`)))
    .map(({ label }) => label);
}

/** What two papers share, the most telling first; topics by their codes. */
interface Shared {
  said: SharedPhrase[];
  topics: number[];
}

function whatTheyShare(at: number, other: number, digest: Digest, table: Table): Shared {
  const { words } = digest;
  const { telling, topics } = sharedTerms(other, digest, table);
  const [one, two] = [words.papers[at]!, words.papers[other]!];
  return { said: sharedPhrases(one, two, telling, MOST_SHOWN_TERMS, words), topics };
}

/** The telling terms and the topics that a paper shares with the one at hand, the best first. */
function sharedTerms(
  other: number,
  { profiles, codes, topics: known }: Digest,
  { own, shared }: Table,
): { telling: number[]; topics: number[] } {
  const { terms, weights, firsts } = profiles;
  shared.clear();
  for (let row = firsts[other]!; row < firsts[other + 1]!; row++) {
    const term = terms[row]!;
    if (own[term]! > 0) shared.add(term, weights[row]! * own[term]!);
  }
  const telling: number[] = [];
  const topics: number[] = [];
  let least = 0;
  for (let row = 0; row < shared.size; row++) {
    const code = codes[shared.things[row]!]!;
    if (known.has(code)) topics.push(code);
    else if (shared.worths[row]! >= least) {
      if (telling.length === 0) least = shared.worths[row]! * LEAST_SHOWN;
      telling.push(code);
    }
  }
  return { telling, topics };
}
