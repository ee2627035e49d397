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
