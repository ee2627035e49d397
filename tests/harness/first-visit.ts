import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** How late the fonts come, so that a page is first set in what the machine has. */
const FONT_DELAY_MS = 300;

export interface FirstVisit {
  /** What came over the wire, headers included, in bytes by the browser's kinds: `script`, `font` … */
  bytes: Record<string, number>;
  total: number;
  /** The score of Cumulative Layout Shift; 0 when nothing moved. */
  layoutShift: number;
}

/** What a reader with an empty cache loads with a page, and how far the page moves meanwhile. */
export async function firstVisit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<FirstVisit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const bytes = await countBytes(page);
  await page.route('**/*.woff2', async (route) => {
    await wait(FONT_DELAY_MS);
    await route.continue();
  });
  await page.addInitScript(watchShifts);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const layoutShift = await page.evaluate(() => (window as unknown as Watched).shifted);
  await context.close();
  return { bytes, total: Object.values(bytes).reduce((sum, one) => sum + one, 0), layoutShift };
}

async function countBytes(page: Page): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  const kinds = new Map<string, string>();
  const session = await page.context().newCDPSession(page);
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = (kinds.get(requestId) ?? 'other').toLowerCase();
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await session.send('Network.enable');
  return bytes;
}

interface Watched {
  shifted: number;
}

/** Runs in the page, before anything of it. */
function watchShifts(): void {
  const watched = window as unknown as Watched;
  watched.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      watched.shifted += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
