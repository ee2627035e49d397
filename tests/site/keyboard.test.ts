import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { siteInBrowser } from '../harness/site-in-browser.ts';
import { openAll } from './each-page.ts';
import { PAGE_TYPES } from './page-types.ts';

const site = siteInBrowser('nested');
const MOST_PRESSES = 400;

for (const [type, address] of Object.entries({ ...PAGE_TYPES, results: 'search/?q=quantum' }))
  test(`all of ${type} is reached with Tab, in order, and the focus is seen`, async () => {
    const page = await site.newPage();
    await page.goto(site.url + address);
    // The search page has found out what it shows.
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await page.evaluate(openAll);
    const wanted = await page.evaluate(markTargets);
    // The search page begins in its box.
    const begun = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['tab']);
    const { order, hidden } = await tabThrough(page);
    assert.deepEqual(hidden, []);
    assert.deepEqual(order, wanted.slice(begun === undefined ? 0 : Number(begun) + 1));
    await page.close();
  });

test('the first press of Tab offers to skip to the content', async () => {
  const page = await site.open('');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null));
  await page.close();
});

/** Runs in the page: numbers what a key must reach, and returns the numbers in the page's order. */
function markTargets(): string[] {
  const targets = 'a[href], button, input, select, summary, [tabindex="0"]';
  return [...document.querySelectorAll<HTMLElement>(targets)]
    .filter(
      (target) =>
        target.checkVisibility({ visibilityProperty: true }) && !target.matches(':disabled'),
    )
    .map((target, index) => (target.dataset['tab'] = String(index)));
}

/** Presses Tab to the end of the page: what got the focus, and what of it could not be seen. */
async function tabThrough(page: Page): Promise<{ order: string[]; hidden: string[] }> {
  const order: string[] = [];
  const hidden: string[] = [];
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return undefined;
      // A file field is drawn by its label.
      const drawn = element.matches('.unseen') ? element.closest('label')! : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
      const { top, bottom, width } = drawn.getBoundingClientRect();
      const isSeen =
        outlineStyle !== 'none' &&
        outlineWidth !== '0px' &&
        width > 1 &&
        bottom > 0 &&
        top < innerHeight;
      return { tab: element.dataset['tab'] ?? element.outerHTML.slice(0, 80), isSeen };
    });
    if (!focused) return { order, hidden };
    order.push(focused.tab);
    if (!focused.isSeen) hidden.push(focused.tab);
  }
  return { order, hidden: ['Tab never leaves the page'] };
}
