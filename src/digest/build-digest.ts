import type { PlaceOf } from './content/places.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { Dump, LedgerLine } from './dump/dump.ts';
import { segmentDump } from './dump/segment-dump.ts';
import { applyCorrections } from './paper/apply-corrections.ts';
import { applyMetadata } from './paper/apply-metadata.ts';
import { correctTopics } from './paper/correct-topics.ts';
import { mergeByHand } from './paper/merge-by-hand.ts';
import { mergeTwins } from './paper/merge-twins.ts';
import { readText, type ReadText } from './paper/read-text.ts';
import { followRedirects, type Redirect } from './paper/redirect.ts';
import { reportRepairs } from './paper/report-repairs.ts';
import { toPaper, type Draft } from './paper/to-paper.ts';
import { relatePapers } from './related/relate-papers.ts';
import type { Corrections, Metadata } from './schema.ts';
import { createTagger, tagPaper } from './topics/tag-paper.ts';
import type { Taxonomy } from './topics/taxonomy.ts';

export interface DigestInput {
  dumps: readonly Dump[];
  taxonomy: Taxonomy;
  metadata: Metadata;
  corrections: Corrections;
  /** Where metadata and corrections stand in their files, for messages. */
  places?: { metadata: PlaceOf; corrections: PlaceOf };
  /** Another way to the same readings: one that remembers them. */
  read?: ReadText;
  /** Hears how far the work is: papers done of all, by stage. */
  watch?: (stage: 'read' | 'tag', done: number, total: number) => void;
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
  const { taxonomy, metadata, corrections, places, read = readText, watch } = input;
  const segments = inOrder(input.dumps).map(segmentDump);
  const entries = segments.flatMap((segment) => segment.entries);
  const drafts = entries.map((entry, at) => {
    watch?.('read', at, entries.length);
    return toPaper(entry, read);
  });
  const twins = mergeTwins(drafts);
  const enriched = applyMetadata(twins.drafts, metadata, read, places?.metadata);
  const merged = mergeByHand(enriched.drafts, corrections, places?.corrections);
  const corrected = applyCorrections(merged.drafts, corrections, places?.corrections);
  const tagger = createTagger(taxonomy);
  const tagged = corrected.drafts.map((draft, at) => {
    watch?.('tag', at, drafts.length);
    return withTopics(draft, tagPaper(draft.record, tagger));
  });
  const sorted = correctTopics(tagged, corrections, taxonomy, places?.corrections);
  const doubts = reportRepairs(entries, sorted.drafts, corrections);
  const related = relatePapers(sorted.drafts.map(({ record }) => record));
  const stages = [...segments, twins, enriched, merged, corrected, sorted];
  return {
    papers: sorted.drafts.map((draft, index) => withRelated(draft, related[index]!)),
    messages: [...stages.flatMap(({ messages }) => messages), ...doubts],
    ledger: segments.flatMap(({ ledger }) => ledger),
    redirects: followRedirects([...twins.redirects, ...merged.redirects]),
  };
}

/** By day, then by name: the order in which they are given does not matter. */
function inOrder(dumps: readonly Dump[]): Dump[] {
  return [...dumps].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

function sortKey({ date, file }: Dump): string {
  return `${date} ${file}`;
}

function withTopics(draft: Draft, topics: Draft['record']['topics']): Draft {
  return { ...draft, record: { ...draft.record, topics } };
}

function withRelated(draft: Draft, related: Draft['record']['related']): Draft {
  return { ...draft, record: { ...draft.record, related } };
}
