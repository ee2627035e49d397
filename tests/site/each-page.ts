import type { BrowserContextOptions, Page } from 'playwright-core';
import type { SiteInBrowser } from '../harness/site-in-browser.ts';
import { PAGE_TYPES, type PageType } from './page-types.ts';

/** What `check` finds wrong with pages of these kinds, as `paper: …`; all that opens is open. */
export async function faultsOfPages(
  site: SiteInBrowser,
  options: BrowserContextOptions,
  check: (page: Page, type: PageType) => Promise<readonly string[]>,
): Promise<string[]> {
  const page = await site.newPage(options);
  const faults: string[] = [];
  for (const type of Object.keys(PAGE_TYPES) as PageType[]) {
    await page.goto(site.url + PAGE_TYPES[type]);
    await page.evaluate(openAll);
    // The search page has found out what it shows.
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    faults.push(...(await check(page, type)).map((fault) => `${type}: ${fault}`));
  }
  await page.close();
  return faults;
}

/** Runs in the page. */
export function openAll(): void {
  for (const details of document.querySelectorAll('details')) {
    details.removeAttribute('name');
    details.open = true;
  }
}
