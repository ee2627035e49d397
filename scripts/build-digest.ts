import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildDigest, type Digest } from '../src/digest/build-digest.ts';
import type { Keep } from '../src/digest/keep.ts';
import { toPaperPage } from '../src/digest/render/paper-page.ts';
import { describeTopics, describeUntagged } from '../src/digest/topics/describe-topics.ts';
import { showProgress } from '../src/site/output/progress.ts';
import { sayReport, summarize } from './digest-report.ts';
import { KeptResults } from './kept-results.ts';
import { publishFolder } from './publish-folder.ts';
import { contentDir, digestDir, readContent, type Content } from './read-content.ts';
import { readInParallel } from './read-in-parallel.ts';
import { hasFatal, reportMessages } from './report-messages.ts';
import { runScript } from './run-script.ts';
import { runSearches } from './run-searches.ts';
import { writePapers } from './write-papers.ts';

const USAGE = `Usage: node scripts/build-digest.ts [--verbose] [--json]

Reads the content folder and writes .digest/, from which the site is made.
--verbose  say also what needs no attention
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
  const content = readContent(contentDir());
  const kept = new KeptResults();
  const progress = showProgress();
  await readInParallel(content, kept, progress.watch);
  const digest = buildDigest({ ...content, keep: kept.keep, watch: progress.watch });
  progress.done();
  const ran = await runSearches(
    content,
    digest.papers.map(({ record }) => record),
    () => digest.papers.map(toPaperPage),
  );
  const messages = [...content.notes, ...digest.messages, ...ran.messages];
  reportMessages(messages, values);
  if (hasFatal(messages)) {
    process.exitCode = 1;
    return;
  }
  const before = publishedIds(digestDir());
  publishFolder(digestDir(), (folder) => {
    writePapers(folder, digest.papers, digestDir(), (done, total) =>
      progress.watch('write', done, total),
    );
    writeFacts(folder, { ...digest, messages }, content, kept.keep);
    writeJson(folder, 'searches.json', ran.searches);
  });
  progress.done();
  kept.save();
  const summary = summarize({ ...digest, messages }, content.dumps.length, before);
  console.error(values.json ? JSON.stringify(summary) : sayReport(summary));
}

/** All that the site reads besides the papers themselves; the same content gives the same bytes. */
function writeFacts(folder: string, digest: Digest, { taxonomy, site }: Content, keep: Keep): void {
  const write = (name: string, value: unknown) => writeJson(folder, name, value);
  const records = digest.papers.map(({ record }) => record);
  write(
    'ids.json',
    records.map(({ id }) => id),
  );
  write('taxonomy.json', taxonomy);
  write('topics.json', describeTopics(records, taxonomy, keep));
  write('untagged.json', describeUntagged(records, keep));
  write('site.json', site);
  write('ledger.json', digest.ledger);
  write('redirects.json', digest.redirects);
  write('messages.json', digest.messages);
}

function writeJson(folder: string, name: string, value: unknown): void {
  writeFileSync(path.join(folder, name), JSON.stringify(value));
}

/** The ids of the papers in a published digest, or undefined where there is none. */
function publishedIds(folder: string): string[] | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'ids.json'), 'utf8')) as string[];
  } catch {
    return undefined;
  }
}
