import type { Page } from 'playwright-core';

/** Waits until the list is that of the query. */
export const final = (page: Page) =>
  page.locator('#search-results[aria-busy="false"]').waitFor({ state: 'attached' });
/** Where the list leads, from the top. */
export const hrefs = (page: Page) =>
  page
    .locator('#search-results a')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')!));
export const box = (page: Page) => page.locator('input[type=search]');

/** Searches for a text, and returns where the list leads. */
export async function search(page: Page, text: string): Promise<string[]> {
  await box(page).fill(text);
  await final(page);
  return hrefs(page);
}
