import type { Diagnostic } from './diagnostics.ts';
import type { Dump, LedgerLine } from './dump/dump.ts';
import { segmentDump } from './dump/segment-dump.ts';
import { applyCorrections } from './paper/apply-corrections.ts';
import { applyMetadata } from './paper/apply-metadata.ts';
import { mergeTwins } from './paper/merge-twins.ts';
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
}

export interface Digest {
  /** In the order of the dumps. */
  papers: Draft[];
  messages: Diagnostic[];
  ledger: LedgerLine[];
  /** Ids that papers had or that were merged into others: their pages lead to the new ones. */
  redirects: Redirect[];
}

export interface Redirect {
  from: string;
  to: string;
}

/**
 * Dumps to papers: the whole core, pure. No file system, no network, no clock; the same input gives
 * the same output. Never throws for bad content: what is wrong stands in `messages`.
 */
export function buildDigest({ dumps, taxonomy, metadata, corrections }: DigestInput): Digest {
  const segments = dumps.map(segmentDump);
  const drafts = segments.flatMap(({ entries }) => entries.map(toPaper));
  const merged = mergeTwins(drafts);
  const enriched = applyMetadata(merged.drafts, metadata);
  const tagger = createTagger(taxonomy);
  const tagged = enriched.map((draft) => withTopics(draft, tagPaper(draft.record, tagger)));
  const corrected = applyCorrections(tagged, corrections);
  const related = relatePapers(corrected.map(({ record }) => record));
  return {
    papers: corrected.map((draft, index) => withRelated(draft, related[index]!)),
    messages: [...segments.flatMap(({ messages }) => messages), ...merged.messages],
    ledger: segments.flatMap(({ ledger }) => ledger),
    redirects: [],
  };
}

function withTopics(draft: Draft, topics: Draft['record']['topics']): Draft {
  return { ...draft, record: { ...draft.record, topics } };
}

function withRelated(draft: Draft, related: Draft['record']['related']): Draft {
  return { ...draft, record: { ...draft.record, related } };
}
