import type { Browser, Page } from 'playwright-core';
import type { Contender } from './contenders.ts';
import { watchHeaps } from './heap.ts';
import { serveFiles, type CountingServer } from './serve-files.ts';

const LONG_WAIT_MS = 60_000;
/** What a list still loads after its first hits belongs to its query. */
const REST_MS = 500;

/** What a search took of a reader's time, line and memory. */
export interface Measured {
  /** Compressed bytes from the page's own scripts to the first result. */
  firstBytes: number;
  /** Of each further query that comes in one piece. */
  nextBytes: number[];
  /** Milliseconds from each key to its list, which in a large index is the part that a window shows. */
  keyTimes: number[];
  /** Of the page's own thread, once the first result is there. */
  longestTask: number;
  megabytes: number;
}

/**
 * Types queries into a search in a real browser: every other one key by key, those between in one
 * piece, as from a link or a paste, which says what a query weighs.
 */
export async function measureContender(
  browser: Browser,
  contender: Contender,
  queries: readonly string[],
): Promise<Measured> {
  const server = await serveFiles(contender.files, contender.folder);
  const { page, heaps } = await openPage(browser, server.url + contender.page);
  const before = takeBytes(server);
  const firstBytes = before + (await bytesToFirstResult(page, queries[0]!, server));
  const keyTimes: number[] = [];
  const nextBytes: number[] = [];
  for (const [at, query] of queries.entries()) {
    const typed = at % 2 === 0;
    const times = await typeQuery(page, query, typed);
    await page.waitForTimeout(REST_MS);
    const sent = takeBytes(server);
    if (typed) keyTimes.push(...times);
    else nextBytes.push(sent);
  }
  const longestTask = await page.evaluate(() => (window as unknown as Watched).longestTask);
  const megabytes = await heaps.megabytes();
  await page.close();
  server.stop();
  return { firstBytes, nextBytes, keyTimes, longestTask, megabytes };
}

/** What was sent of the search since it was last asked: not the page, its looks and its fonts. */
function takeBytes(server: CountingServer): number {
  return server
    .takeSent()
    .filter(({ path }) => !/\.(?:css|woff2|svg|html|webmanifest)$|\/$/.test(path))
    .reduce((total, { bytes }) => total + bytes, 0);
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
  return takeBytes(server);
}

interface Watched {
  longestTask: number;
}

async function openPage(browser: Browser, url: string) {
  const page = await browser.newPage();
  const heaps = await watchHeaps(page);
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
  return { page, heaps };
}

/** Types a query key by key; for each key the milliseconds until its list is there. */
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
