import type { PlaceOf } from './content/places.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { Dump, Entry, LedgerLine } from './dump/dump.ts';
import { segmentDump, type Segments } from './dump/segment-dump.ts';
import { keepNothing, type Keep } from './keep.ts';
import { applyCorrections } from './paper/apply-corrections.ts';
import { applyMetadata } from './paper/apply-metadata.ts';
import { correctTopics } from './paper/correct-topics.ts';
import { mergeByHand } from './paper/merge-by-hand.ts';
import { mergeTwins } from './paper/merge-twins.ts';
import { followRedirects, type Redirect } from './paper/redirect.ts';
import { reportRepairs } from './paper/report-repairs.ts';
import { toPaper, type Draft } from './paper/to-paper.ts';
import { relatePapers, type Related } from './related/relate-papers.ts';
import type { Corrections, Metadata, Paper } from './schema.ts';
import { createTagger, tagPaper, type Tagger } from './topics/tag-paper.ts';
import type { Taxonomy } from './topics/taxonomy.ts';

export interface DigestInput {
  dumps: readonly Dump[];
  taxonomy: Taxonomy;
  metadata: Metadata;
  corrections: Corrections;
  /** Where metadata and corrections stand in their files, for messages. */
  places?: { metadata: PlaceOf; corrections: PlaceOf };
  /** Remembers what came of the work on papers; the outcome is the same. */
  keep?: Keep;
  /** Hears how far the work is: papers done of all, by stage. */
  watch?: (stage: 'read' | 'tag', done: number, total: number) => void;
  /** Hears of each paper as soon as it is read; most will stay as they are. */
  expect?: (paper: Paper) => void;
}

export interface Digest {
  /** In the order of the dumps. */
  papers: Draft[];
  messages: Diagnostic[];
  ledger: LedgerLine[];
  /** Ids that papers had or that were merged into others: their pages lead to the new ones. */
  redirects: Redirect[];
}

/**
 * Dumps to papers: the whole core, pure. No file system, no network, no clock; the same input gives
 * the same output. Never throws for bad content: what is wrong stands in `messages`.
 */
export function buildDigest(input: DigestInput): Digest {
  const digest = buildWithoutRelated(input);
  const records = digest.papers.map(({ record }) => record);
  return withRelated(digest, relatePapers(records, input.taxonomy.topics));
}

/** All of `buildDigest` but the neighbours of the papers, which nothing else in it needs. */
export function buildWithoutRelated(input: DigestInput): Digest {
  const { taxonomy, metadata, corrections, places, keep = keepNothing, watch, expect } = input;
  const segments = inOrder(input.dumps).map(segmentOnce);
  const entries = segments.flatMap((segment) => segment.entries);
  const drafts = entries.map((entry, at) => {
    watch?.('read', at, entries.length);
    const draft = toPaper(entry, keep);
    expect?.(draft.record);
    return draft;
  });
  const twins = mergeTwins(drafts);
  const enriched = applyMetadata(twins.drafts, metadata, keep, places?.metadata);
  const merged = mergeByHand(enriched.drafts, corrections, places?.corrections);
  const corrected = applyCorrections(merged.drafts, corrections, places?.corrections);
  const tagger = createTagger(taxonomy);
  const tagged = corrected.drafts.map((draft, at) => {
    watch?.('tag', at, drafts.length);
    return withTopics(draft, tagKept(draft, tagger, keep));
  });
  const sorted = correctTopics(tagged, corrections, taxonomy, places?.corrections);
  const doubts = reportRepairs(entries, sorted.drafts, corrections);
  const stages = [...segments, twins, enriched, merged, corrected, sorted];
  return {
    papers: sorted.drafts,
    messages: [...stages.flatMap(({ messages }) => messages), ...doubts],
    ledger: segments.flatMap(({ ledger }) => ledger),
    redirects: followRedirects([...twins.redirects, ...merged.redirects]),
  };
}

/** A digest with what `relatePapers` says of its papers. */
export function withRelated(digest: Digest, related: readonly Related[][]): Digest {
  const papers = digest.papers.map((draft, at) => ({
    ...draft,
    record: { ...draft.record, related: related[at]! },
  }));
  return { ...digest, papers };
}

/**
 * Does the work on one entry that a `keep` remembers, and nothing else: what `buildDigest` then
 * need not do. Entries do not depend on each other, so several may be read at once.
 */
export function readAhead(entry: Entry, tagger: Tagger, keep: Keep): void {
  tagKept(toPaper(entry, keep), tagger, keep);
}

function tagKept({ record }: Draft, tagger: Tagger, keep: Keep): Draft['record']['topics'] {
  const key = `${tagger.id}\n${record.titleText}\n${record.abstractText}`;
  return keep('topics', key, () => tagPaper(record, tagger));
}

const segmented = new WeakMap<Dump, Segments>();

/** A dump is segmented once, whoever asks. */
export function segmentOnce(dump: Dump): Segments {
  const known = segmented.get(dump) ?? segmentDump(dump);
  segmented.set(dump, known);
  return known;
}

/**
 * By day, then by name: the order in which they are given does not matter. A dump that is added to a
 * day comes behind those that were there, by the names that `new-dump` gives.
 */
function inOrder(dumps: readonly Dump[]): Dump[] {
  return [...dumps].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

/** `2025-03-14.txt` before `2025-03-14-2.txt` before `2025-03-14-10.txt` */
function sortKey({ date, file }: Dump): string {
  const name = file.replace(/\.\w+$/, '').replace(/\d+/g, (number) => number.padStart(4, '0'));
  return `${date} ${name} ${file}`;
}

function withTopics(draft: Draft, topics: Draft['record']['topics']): Draft {
  return { ...draft, record: { ...draft.record, topics } };
}
