import { launchBrowser } from '../../tests/harness/browser.ts';
import { makeKnownItems, type PlainPaper } from '../eval/search/known-items.ts';
import { fuseContender, pagefindContender, shippedContender } from './search/contenders.ts';
import { measureContender, type Measured } from './search/measure-contender.ts';
import { makePapers } from './search/papers.ts';

/**
 * `npm run bench:search`: searches by key press in a real browser, at several sizes (arguments: 56 and
 * 10000, unless given), beside Fuse.js and Pagefind over the same papers. Prints a table.
 */
const SIZES = [56, 10_000];
/** Queries, of which every other is typed key by key. */
const QUERIES = 24;
/** Plain Fuse.js takes seconds a key at greater sizes. */
const LARGEST_FOR_FUSE = 10_000;

const COLUMNS = [
  ['papers', 6],
  ['engine', 9],
  ['first kB', 9],
  ['next kB', 8],
  ['most kB', 8],
  ['median ms', 10],
  ['p95 ms', 8],
  ['longest task ms', 16],
  ['MB', 7],
] as const;

const sizes = process.argv.slice(2).map(Number);
const browser = await launchBrowser();
printRow(COLUMNS.map(([name]) => name));
for (const size of sizes.length > 0 ? sizes : SIZES) {
  const corpus = makePapers(size);
  const queries = queriesFor(corpus.plain);
  const contenders = [
    await shippedContender(corpus),
    ...(size <= LARGEST_FOR_FUSE ? [fuseContender(corpus)] : []),
    await pagefindContender(corpus),
  ];
  for (const contender of contenders) {
    if (!contender) continue;
    const measured = await measureContender(browser, contender, queries);
    printRow([String(size), contender.name, ...describe(measured)]);
  }
}
await browser.close();

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

function printRow(cells: readonly string[]): void {
  console.log(cells.map((cell, at) => cell.padStart(COLUMNS[at]![1])).join(' '));
}
