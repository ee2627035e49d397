import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildDigest, type Digest } from '../src/digest/build-digest.ts';
import { toPaperPage, type PaperPage } from '../src/digest/render/paper-page.ts';
import { describeTopics, describeUntagged } from '../src/digest/topics/describe-topics.ts';
import { sayReport, summarize } from './digest-report.ts';
import { publishFolder } from './publish-folder.ts';
import { contentDir, digestDir, readContent, type Content } from './read-content.ts';
import { hasFatal, reportMessages } from './report-messages.ts';
import { runScript } from './run-script.ts';
import { writeSearchIndex } from './write-search-index.ts';

const USAGE = `Usage: node scripts/build-digest.ts [--verbose] [--json]

Reads the content folder and writes .digest/, from which the site is made.
--verbose  say also what needs no attention
--json     print the findings and the summary as JSON, for machines`;

/** `content/` → `.digest/`: what the site is made from. */
runScript(USAGE, () => {
  const { values } = parseArgs({
    options: {
      verbose: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const content = readContent(contentDir());
  const digest = buildDigest(content);
  const messages = [...content.notes, ...digest.messages];
  reportMessages(messages, values);
  if (hasFatal(messages)) {
    process.exitCode = 1;
    return;
  }
  const before = publishedIds(digestDir());
  publishFolder(digestDir(), (folder) => writeDigest(folder, { ...digest, messages }, content));
  const summary = summarize({ ...digest, messages }, content.dumps.length, before);
  console.error(values.json ? JSON.stringify(summary) : sayReport(summary));
});

/** The files that the site reads; the same content gives the same bytes. */
function writeDigest(folder: string, digest: Digest, { taxonomy, site }: Content): void {
  const write = (name: string, value: unknown) =>
    writeFileSync(path.join(folder, name), JSON.stringify(value));
  const pages = digest.papers.map(toPaperPage);
  writeLines(path.join(folder, 'papers.ndjson'), pages);
  const records = digest.papers.map(({ record }) => record);
  write('taxonomy.json', taxonomy);
  write('topics.json', describeTopics(records, taxonomy));
  write('untagged.json', describeUntagged(records));
  write('site.json', site);
  write('ledger.json', digest.ledger);
  write('redirects.json', digest.redirects);
  write('messages.json', digest.messages);
  writeSearchIndex(path.join(folder, 'search'), pages, taxonomy.topics);
}

/** One value a line. */
function writeLines(file: string, pages: readonly PaperPage[]): void {
  writeFileSync(file, pages.map((page) => `${JSON.stringify(page)}\n`).join(''));
}

/** The ids of the papers in a published digest, or undefined where there is none. */
function publishedIds(folder: string): string[] | undefined {
  try {
    const lines = readFileSync(path.join(folder, 'papers.ndjson'), 'utf8');
    return [...lines.matchAll(/^\{"paper":\{"id":"([a-z0-9-]+)"/gm)].map((match) => match[1]!);
  } catch {
    return undefined;
  }
}
