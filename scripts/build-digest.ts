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
import { showProgress } from '../src/site/output/progress.ts';
import { enterStage, sayStages, secondsByStage } from '../src/site/output/stage-clock.ts';
import { sayReport, summarize, topicIds, type Published } from './digest-report.ts';
import { faultOfDigestDir } from './folder-faults.ts';
import { KeptResults, wordsFile } from './kept-results.ts';
import { publishFolder } from './publish-folder.ts';
import { contentDir, digestDir, readContent, type Content } from './read-content.ts';
import { readInParallel } from './read-in-parallel.ts';
import { RelatedPapers } from './related-papers.ts';
import { hasFatal, reportMessages } from './report-messages.ts';
import { runScript } from './run-script.ts';
import { runSearches } from './run-searches.ts';
import { hashDrafts, knownLines, writePapers } from './write-papers.ts';

const USAGE = `Usage: node scripts/build-digest.ts [--verbose] [--json]

Reads the content folder and writes .digest/, from which the site is made.
--verbose  say also what needs no attention, and how long each stage took
--json     print the findings and the summary as JSON, for machines`;

await runScript(USAGE, writeDigest, digestDir());

/** `content/` → `.digest/`: what the site is made from. */
async function writeDigest(): Promise<void> {
  const { values } = parseArgs({
    options: {
      verbose: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const fault = faultOfDigestDir();
  if (fault) {
    console.error(fault);
    process.exitCode = 1;
    return;
  }
  enterStage('read');
  const content = readContent(contentDir());
  const kept = new KeptResults();
  const progress = showProgress();
  const { keep } = kept;
  const { watch } = progress;
  await readInParallel(content, kept, watch);
  const neighbours = new RelatedPapers(countEntries(content), wordsFile());
  const digest = buildWithoutRelated({ ...content, keep, watch, expect: neighbours.expect });
  progress.done();
  enterStage('relate');
  const records = digest.papers.map(({ record }) => record);
  // While another thread looks for the neighbours of papers, all is done that does without them.
  const related = neighbours.relate(records, content.taxonomy.topics);
  const pages = () => digest.papers.map(toPaperPage);
  const ran = await runSearches(content, records, pages, kept.keepFound);
  const messages = [...content.notes, ...digest.messages, ...ran.messages];
  reportMessages(messages, values);
  if (hasFatal(messages)) {
    process.exitCode = 1;
    return;
  }
  const facts = factsOf({ ...digest, messages }, content, keep);
  const hashes = hashDrafts(digest.papers);
  const known = knownLines(digestDir());
  const before = publishedBefore(digestDir());
  kept.save();
  const { papers } = withRelated(digest, await related);
  publishFolder(digestDir(), (folder) => {
    const characters = writePapers(folder, papers, hashes, known, (done, total) =>
      watch('write', done, total),
    );
    for (const [name, value] of Object.entries({ ...facts, searches: ran.searches, characters }))
      writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(value));
  });
  progress.done();
  await neighbours.kept();
  const summary = summarize({ ...digest, messages }, content, before);
  if (values.json) {
    console.error(JSON.stringify({ ...summary, seconds: secondsByStage() }));
    return;
  }
  console.error(sayReport(summary));
  if (values.verbose) console.error(sayStages());
}

/** All that the site reads besides the papers themselves, by the names of files. */
function factsOf(digest: Digest, { taxonomy, site }: Content, keep: Keep): Record<string, unknown> {
  const records = digest.papers.map(({ record }) => record);
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
