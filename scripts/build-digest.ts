import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildDigest, type Digest } from '../src/digest/build-digest.ts';
import { toPaperPage, type PaperPage } from '../src/digest/render/paper-page.ts';
import { describeTopics, describeUntagged } from '../src/digest/topics/describe-topics.ts';
import { sayReport, summarize } from './digest-report.ts';
import { showProgress } from './progress.ts';
import { publishFolder } from './publish-folder.ts';
import { contentDir, digestDir, readContent, type Content } from './read-content.ts';
import { openReadingCache } from './reading-cache.ts';
import { hasFatal, reportMessages } from './report-messages.ts';
import { runScript } from './run-script.ts';
import { runSearches } from './run-searches.ts';

const USAGE = `Usage: node scripts/build-digest.ts [--verbose] [--json]

Reads the content folder and writes .digest/, from which the site is made.
--verbose  say also what needs no attention
--json     print the findings and the summary as JSON, for machines`;

/** `content/` → `.digest/`: what the site is made from. */
await runScript(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      verbose: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const content = readContent(contentDir());
  const cache = openReadingCache();
  const progress = showProgress();
  const digest = buildDigest({ ...content, read: cache.read, watch: progress.watch });
  progress.done();
  const pages = digest.papers.map(toPaperPage);
  const { searches, messages: ofSearches } = await runSearches(content, pages);
  const messages = [...content.notes, ...digest.messages, ...ofSearches];
  reportMessages(messages, values);
  if (hasFatal(messages)) {
    process.exitCode = 1;
    return;
  }
  const before = publishedIds(digestDir());
  publishFolder(digestDir(), (folder) => {
    writeDigest(folder, { ...digest, messages }, content);
    writeLines(path.join(folder, 'papers.ndjson'), pages);
    writeJson(folder, 'searches.json', searches);
  });
  cache.save();
  const summary = summarize({ ...digest, messages }, content.dumps.length, before);
  console.error(values.json ? JSON.stringify(summary) : sayReport(summary));
});

/** What the site reads beside the papers; the same content gives the same bytes. */
function writeDigest(folder: string, digest: Digest, { taxonomy, site }: Content): void {
  const write = (name: string, value: unknown) => writeJson(folder, name, value);
  const records = digest.papers.map(({ record }) => record);
  write(
    'ids.json',
    records.map(({ id }) => id),
  );
  write('taxonomy.json', taxonomy);
  write('topics.json', describeTopics(records, taxonomy));
  write('untagged.json', describeUntagged(records));
  write('site.json', site);
  write('ledger.json', digest.ledger);
  write('redirects.json', digest.redirects);
  write('messages.json', digest.messages);
}

function writeJson(folder: string, name: string, value: unknown): void {
  writeFileSync(path.join(folder, name), JSON.stringify(value));
}

/** One paper a line, with its hash; written in parts, as a string of all may be too long. */
function writeLines(file: string, pages: readonly PaperPage[]): void {
  const target = openSync(file, 'w');
  for (const page of pages) {
    const json = JSON.stringify(page);
    const hash = createHash('sha256').update(json).digest('base64url').slice(0, 22);
    writeSync(target, `{"hash":"${hash}",${json.slice(1)}\n`);
  }
  closeSync(target);
}

/** The ids of the papers in a published digest, or undefined where there is none. */
function publishedIds(folder: string): string[] | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'ids.json'), 'utf8')) as string[];
  } catch {
    return undefined;
  }
}
