import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { format } from 'prettier';
import { launchBrowser } from '../../tests/harness/browser.ts';
import { makeKnownItems, type PlainPaper } from '../eval/search/known-items.ts';
import { runScript } from '../run-script.ts';
import { readSizes } from './read-sizes.ts';
import { fuseContender, pagefindContender, shippedContender } from './search/contenders.ts';
import { measureContender, type Measured } from './search/measure-contender.ts';
import { makePapers } from './search/papers.ts';

const USAGE = `Usage: npm run bench:search -- [--papers 56,10000] [--write]

Searches by key press in a real browser, beside Fuse.js and Pagefind over the same papers.
--write  put the table into docs/search.md too`;

/** Queries, of which every other is typed key by key. */
const QUERIES = 24;
/** Plain Fuse.js takes seconds a key at greater sizes. */
const LARGEST_FOR_FUSE = 10_000;
const DOCUMENT = 'docs/search.md';
const TABLE = /(<!-- bench:begin -->\n)[\s\S]*?(<!-- bench:end -->)/;
const COLUMNS = [
  'papers',
  'engine',
  'first kB',
  'next kB',
  'most kB',
  'median ms',
  'p95 ms',
  'longest task ms',
  'MB',
];
const RULE = COLUMNS.map((_, at) => (at === 1 ? '---' : '--:'));

await runScript(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      papers: { type: 'string', default: '56,10000' },
      write: { type: 'boolean', default: false },
    },
  });
  const sizes = readSizes(values.papers);
  const browser = await launchBrowser();
  const rows: string[][] = [];
  for (const size of sizes) rows.push(...(await measureAll(browser, size)));
  await browser.close();
  const table = [COLUMNS, RULE, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  console.log(table);
  if (values.write) {
    const before = readFileSync(DOCUMENT, 'utf8');
    const after = before.replace(TABLE, `$1\n${table}\n\n$2`);
    writeFileSync(DOCUMENT, await format(after, { parser: 'markdown', proseWrap: 'preserve' }));
  }
});

async function measureAll(browser: Browser, size: number): Promise<string[][]> {
  const corpus = makePapers(size);
  const queries = queriesFor(corpus.plain);
  const contenders = [
    await shippedContender(corpus),
    ...(size <= LARGEST_FOR_FUSE ? [fuseContender(corpus)] : []),
    await pagefindContender(corpus),
  ];
  const rows: string[][] = [];
  for (const contender of contenders) {
    if (!contender) continue;
    console.error(`${size} papers: ${contender.name} …`);
    const measured = await measureContender(browser, contender, queries);
    rows.push([String(size), contender.name, ...describe(measured)]);
  }
  return rows;
}

/** Known-item queries of every kind, the same for the same papers. */
function queriesFor(papers: readonly PlainPaper[]): string[] {
  const step = Math.ceil(papers.length / QUERIES);
  const sample = papers.filter((_, at) => at % step === 0);
  const items = [...Map.groupBy(makeKnownItems(sample, 1), ({ id }) => id).values()];
  return items.map((own, at) => own[at % own.length]!.query).slice(0, QUERIES);
}

function describe({ firstBytes, nextBytes, keyTimes, longestTask, megabytes }: Measured): string[] {
  const sorted = keyTimes.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  const next = nextBytes.reduce((total, bytes) => total + bytes, 0) / (nextBytes.length || 1);
  const kilobytes = [firstBytes, next, Math.max(...nextBytes)].map((bytes) => bytes / 1000);
  return [...kilobytes, at(0.5), at(0.95), longestTask, megabytes].map((one) => one.toFixed(1));
}
