import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { watchPage, type SiteInBrowser } from './site-in-browser.ts';

/** A page of a new reader; everything that goes wrong in it is collected. */
export async function newReader(
  { browser, url }: SiteInBrowser,
  options: { javaScriptEnabled?: boolean } = {},
) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  return { context, page, faults: watchPage(page, url) };
}

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} cannot be reached with Tab`);
}

/** The content of the file that a press of Enter gives. */
export async function downloadOn(page: Page): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return readFileSync(await file.path(), 'utf8');
}

/** Makes the last visit one that was before the newest paper came in. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('offprint:'))!;
    const reader = JSON.parse(localStorage.getItem(key)!);
    reader.visit = { before: '2025-01-01', newest: '2025-01-01', at: 0 };
    localStorage.setItem(key, JSON.stringify(reader));
  });
}

/** Follows a search by keyboard. */
export async function follow(site: SiteInBrowser, page: Page, address: string): Promise<void> {
  await page.goto(`${site.url}search/${address}`);
  await page.locator('#search-results[aria-busy="false"] > li').first().waitFor();
  await tabTo(page, '[data-keep=searches]');
  await page.keyboard.press('Enter');
  assert.equal(await page.textContent('[data-keep=searches]'), 'Following this search');
}

/** Follows a topic and a search, and saves a paper. */
export async function keepSome(site: SiteInBrowser, page: Page): Promise<void> {
  await follow(site, page, '?q=error+correction');
  await page.goto(`${site.url}topics/quantum/`);
  await tabTo(page, '[data-keep=followed]');
  await page.keyboard.press('Enter');
  const first = await page.locator('.entry-title a').first().getAttribute('href');
  await page.goto(new URL(first!, site.url).href);
  await tabTo(page, '[data-keep=saved]');
  await page.keyboard.press('Enter');
  assert.equal(await page.getAttribute('[data-keep=saved]', 'aria-pressed'), 'true');
}
