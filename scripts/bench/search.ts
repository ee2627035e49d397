import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tests/harness/browser.ts';
import { makeKnownItems, type PlainPaper } from '../eval/search/known-items.ts';
import {
  fuseContender,
  pagefindContender,
  shippedContender,
  type Contender,
} from './search/contenders.ts';
import { makePapers } from './search/papers.ts';
import { serveFiles, type CountingServer } from './search/serve-files.ts';

/**
 * `npm run bench:search`: searches by key press in a real browser, at several sizes (arguments: 56 and
 * 10000, unless given), beside Fuse.js and Pagefind over the same papers. Prints a table.
 */
const SIZES = [56, 10_000];
/** Queries, of which every other is typed key by key. */
const QUERIES = 24;
/** Plain Fuse.js takes seconds a key at greater sizes. */
const LARGEST_FOR_FUSE = 10_000;
const LONG_WAIT_MS = 60_000;

const sizes = process.argv.slice(2).map(Number);
const browser = await launchBrowser();
console.log(
  [
    'papers',
    'engine',
    'first kB',
    'next kB',
    'most kB',
    'median ms',
    'p95 ms',
    'longest task ms',
    'MB',
  ]
    .map((name, at) => name.padStart(at === 1 ? 10 : 9))
    .join(' '),
);
for (const size of sizes.length > 0 ? sizes : SIZES) {
  const corpus = makePapers(size);
  const queries = queriesFor(corpus.plain);
  const contenders = [
    await shippedContender(corpus),
    ...(size <= LARGEST_FOR_FUSE ? [fuseContender(corpus)] : []),
    await pagefindContender(corpus),
  ];
  for (const contender of contenders)
    if (contender) console.log(tableRow(size, contender.name, await run(contender, queries)));
}
await browser.close();

interface Row {
  firstBytes: number;
  nextBytes: number;
  mostBytes: number;
  keyTimes: number[];
  longestTask: number;
  megabytes: number;
}

/** What belongs to the search: its scripts and its index, not the page, its looks and its fonts. */
function isSearch({ path }: { path: string }): boolean {
  return !/\.(?:css|woff2|svg|html|webmanifest)$|\/$/.test(path);
}

/** Known-item queries of every kind, the same for the same papers. */
function queriesFor(papers: readonly PlainPaper[]): string[] {
  const step = Math.ceil(papers.length / QUERIES);
  const sample = papers.filter((_, at) => at % step === 0);
  const items = [...Map.groupBy(makeKnownItems(sample, 1), ({ id }) => id).values()];
  return items.map((own, at) => own[at % own.length]!.query).slice(0, QUERIES);
}

async function run(contender: Contender, queries: readonly string[]): Promise<Row> {
  const server = await serveFiles(contender.files, contender.folder);
  const page = await openPage(browser, server.url + contender.page);
  const before = server.takeSent().filter(isSearch);
  const firstBytes = sum(before) + (await bytesToFirstResult(page, queries[0]!, server));
  const keyTimes: number[] = [];
  const bytes: number[] = [];
  for (const [at, query] of queries.entries()) {
    // Every other query comes in one piece, as from a link or a paste, and says what a query weighs.
    const times = await typeQuery(page, query, at % 2 === 0);
    const sent = sum(server.takeSent().filter(isSearch));
    if (at % 2 === 0) keyTimes.push(...times);
    else bytes.push(sent);
  }
  const longestTask = await page.evaluate(() => (window as unknown as Watched).longestTask);
  const megabytes = await memoryOf(page);
  await page.close();
  server.stop();
  return {
    firstBytes,
    nextBytes: bytes.reduce((total, one) => total + one, 0) / (bytes.length || 1),
    mostBytes: Math.max(...bytes),
    keyTimes,
    longestTask,
    megabytes,
  };
}

/** What is sent from the reader's intent until the list of the first query is final. */
async function bytesToFirstResult(
  page: Page,
  query: string,
  server: CountingServer,
): Promise<number> {
  await page.locator('input[type=search]').fill(query);
  await page.locator('#search-results[aria-busy="false"] li').first().waitFor();
  await page.evaluate(() => ((window as unknown as Watched).longestTask = 0));
  return sum(server.takeSent().filter(isSearch));
}

interface Watched {
  longestTask: number;
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(LONG_WAIT_MS);
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        watched.longestTask = Math.max(watched.longestTask, duration);
    }).observe({ type: 'longtask', buffered: false });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  return page;
}

/** Types a query key by key; for each key the milliseconds until its list is final. */
async function typeQuery(page: Page, query: string, byKey: boolean): Promise<number[]> {
  return page.evaluate(
    async ([text, typed]) => {
      const input = document.querySelector<HTMLInputElement>('input[type=search]')!;
      const list = document.querySelector('#search-results')!;
      const times: number[] = [];
      input.focus();
      for (let length = typed ? 1 : text.length; length <= text.length; length++) {
        const start = performance.now();
        input.value = text.slice(0, length);
        input.dispatchEvent(new Event('input'));
        await new Promise<void>((resolve) => {
          const done = () => list.getAttribute('aria-busy') === 'false';
          if (done()) return resolve();
          const observer = new MutationObserver(() => {
            if (!done()) return;
            observer.disconnect();
            resolve();
          });
          return observer.observe(list, { attributes: true });
        });
        times.push(performance.now() - start);
      }
      return times;
    },
    [query, byKey] as const,
  );
}

/** The heaps of the page and of its workers. */
async function memoryOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  const workers = await Promise.all(page.workers().map((worker) => worker.evaluate(readHeap)));
  return (usedSize + workers.reduce((total, one) => total + one, 0)) / 1e6;
}

/** Runs in a worker; only Chromium tells. */
function readHeap(): number {
  const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
  return memory?.usedJSHeapSize ?? 0;
}

function sum(sent: readonly { bytes: number }[]): number {
  return sent.reduce((total, { bytes }) => total + bytes, 0);
}

function tableRow(size: number, name: string, row: Row): string {
  const times = row.keyTimes.toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return [
    String(size),
    name.padStart(10),
    ...[row.firstBytes, row.nextBytes, row.mostBytes].map((bytes) => (bytes / 1000).toFixed(1)),
    ...[at(0.5), at(0.95), row.longestTask, row.megabytes].map((number) => number.toFixed(1)),
  ]
    .map((cell) => cell.padStart(9))
    .join(' ');
}
