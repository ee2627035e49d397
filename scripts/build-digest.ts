import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  buildWithoutRelated,
  segmentOnce,
  withRelated,
  type Digest,
} from '../src/digest/build-digest.ts';
import type { Keep } from '../src/digest/keep.ts';
import { toPaperPage } from '../src/digest/render/paper-page.ts';
import { describeTopics, describeUntagged } from '../src/digest/topics/describe-topics.ts';
import type { Taxonomy } from '../src/digest/topics/taxonomy.ts';
import { digestDir } from '../src/site/output/places.ts';
import { OperatorFault } from '../src/site/operator-fault.ts';
import { showProgress, type Progress } from '../src/site/output/progress.ts';
import { enterStage, sayStages, secondsByStage } from '../src/site/output/stage-clock.ts';
import { withBuildLock } from './build-lock.ts';
import {
  sayReport,
  summarize,
  topicIds,
  type DigestSummary,
  type Published,
} from './digest-report.ts';
import { faultOfDigestDir } from './folder-faults.ts';
import { KeptResults, wordsFile } from './kept-results.ts';
import { publishFolder } from './publish-folder.ts';
import { contentDir, readContent, type Content } from './read-content.ts';
import { readInParallel } from './read-in-parallel.ts';
import { RelatedPapers } from './related-papers.ts';
import { hasFatal, reportMessages, type ReportOptions } from './report-messages.ts';
import { runScript } from './run-script.ts';
import { runSearches } from './run-searches.ts';
import { hashDrafts, knownLines, writePapers } from './write-papers.ts';

const USAGE = `Usage: node scripts/build-digest.ts [--verbose] [--json]

Reads the content folder and writes .digest/, from which the site is made.
--verbose  say also what needs no attention, and how long each stage took
--json     print the findings and the summary as JSON, for machines`;

await runScript(USAGE, publishAlone, digestDir());

/** `content/` → `.digest/`: what the site is made from. Another build is waited for. */
async function publishAlone(): Promise<void> {
  const { values } = parseArgs({
    options: {
      verbose: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const fault = faultOfDigestDir();
  if (fault) throw new OperatorFault(fault);
  await withBuildLock(() => publishDigest(values));
}

/** What all steps work with. */
interface Work {
  content: Content;
  kept: KeptResults;
  progress: Progress;
}

async function publishDigest(options: ReportOptions): Promise<void> {
  enterStage('read');
  const content = readContent(contentDir());
  const work: Work = { content, kept: new KeptResults(), progress: showProgress() };
  const { digest, neighbours } = await readPapers(work);
  enterStage('relate');
  // While another thread looks for the neighbours of papers, all is done that does without them.
  const related = neighbours.relate(recordsOf(digest), content.taxonomy.topics);
  const pages = () => digest.papers.map(toPaperPage);
  const ran = await runSearches(content, recordsOf(digest), pages, work.kept.keepFound);
  const found = { ...digest, messages: [...content.notes, ...digest.messages, ...ran.messages] };
  reportMessages(found.messages, options);
  if (hasFatal(found.messages)) {
    process.exitCode = 1;
    return;
  }
  const before = publishedBefore(digestDir());
  await writeDigest(found, ran.searches, related, work);
  await neighbours.kept();
  sayWhatWasDone(summarize(found, content, before), options);
}

/** All of the digest but the neighbours, and who will find those. */
async function readPapers({ content, kept, progress }: Work) {
  const { keep } = kept;
  const { watch } = progress;
  await readInParallel(content, kept, watch);
  const neighbours = new RelatedPapers(countEntries(content), wordsFile());
  const digest = buildWithoutRelated({ ...content, keep, watch, expect: neighbours.expect });
  progress.done();
  return { digest, neighbours };
}

async function writeDigest(
  digest: Digest,
  searches: Awaited<ReturnType<typeof runSearches>>['searches'],
  related: ReturnType<RelatedPapers['relate']>,
  { content, kept, progress }: Work,
): Promise<void> {
  const facts = { ...factsOf(digest, content, kept.keep), searches };
  const hashes = hashDrafts(digest.papers);
  const known = knownLines(digestDir());
  kept.save();
  const { papers } = withRelated(digest, await related);
  publishFolder(digestDir(), (folder) => {
    const characters = writePapers(folder, papers, hashes, known, (done, total) =>
      progress.watch('write', done, total),
    );
    for (const [name, value] of Object.entries({ ...facts, characters }))
      writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(value));
  });
  progress.done();
}

function sayWhatWasDone(summary: DigestSummary, { json, verbose }: ReportOptions): void {
  if (json) {
    console.error(JSON.stringify({ ...summary, seconds: secondsByStage() }));
    return;
  }
  console.error(sayReport(summary));
  if (verbose) console.error(sayStages());
}

/** All that the site reads besides the papers themselves, by the names of files. */
function factsOf(digest: Digest, { taxonomy, site }: Content, keep: Keep): Record<string, unknown> {
  const records = recordsOf(digest);
  return {
    ids: records.map(({ id }) => id),
    taxonomy,
    topics: describeTopics(records, taxonomy, keep),
    untagged: describeUntagged(records, keep),
    site,
    ledger: digest.ledger,
    redirects: digest.redirects,
    messages: digest.messages,
  };
}

function recordsOf({ papers }: Digest) {
  return papers.map(({ record }) => record);
}

function countEntries({ dumps }: Content): number {
  return dumps.reduce((sum, dump) => sum + segmentOnce(dump).entries.length, 0);
}

/** What is in a published digest, or undefined where there is none. */
function publishedBefore(folder: string): Published | undefined {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  try {
    const papers = read('ids.json') as string[];
    return { papers, topics: topicIds(read('taxonomy.json') as Taxonomy) };
  } catch {
    return undefined;
  }
}
