import { mkdirSync, rmSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildDigest } from '../src/digest/build-digest.ts';
import { toPaperPage } from '../src/digest/render/paper-page.ts';
import { describeTopics, describeUntagged } from '../src/digest/topics/describe-topics.ts';
import { contentDir, digestDir, readContent } from './read-content.ts';
import { reportMessages } from './report-messages.ts';
import { writeSearchIndex } from './write-search-index.ts';

/** `content/` → `.digest/`: what the site is made from. */
const { site, ...input } = readContent(contentDir());
const digest = buildDigest(input);
reportMessages(digest.messages);
if (digest.messages.some(({ severity }) => severity === 'fatal')) process.exit(1);
const target = digestDir();
const pages = digest.papers.map(toPaperPage);
const fresh = `${target}.${process.pid}.tmp`;
mkdirSync(fresh, { recursive: true });
const write = (name: string, value: unknown) =>
  writeFileSync(path.join(fresh, name), JSON.stringify(value));
writeFileSync(
  path.join(fresh, 'papers.ndjson'),
  pages.map((page) => JSON.stringify(page) + '\n').join(''),
);
write('taxonomy.json', input.taxonomy);
const records = digest.papers.map(({ record }) => record);
write('topics.json', describeTopics(records, input.taxonomy));
write('untagged.json', describeUntagged(records));
write('site.json', site);
write('ledger.json', digest.ledger);
write('redirects.json', digest.redirects);
write('messages.json', digest.messages);
writeSearchIndex(path.join(fresh, 'search'), pages, input.taxonomy.topics);
rmSync(target, { recursive: true, force: true });
renameSync(fresh, target);
console.error(`${digest.papers.length} papers from ${input.dumps.length} dumps.`);
