import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex } from '../../src/search/index/build-index.ts';
import { siteInBrowser, watchedPages } from '../harness/site-in-browser.ts';
import { shippedDocuments } from '../search/shipped-search.ts';
import { box, final, hrefs, search } from './search-on-page.ts';

const open = watchedPages(siteInBrowser('nested'));

test('the count beside a value is what choosing it leaves', async () => {
  const page = await open('search/?q=quantization');
  await final(page);
  const label = page.locator('.facet__value', { hasText: 'Code' });
  const count = Number(await label.locator('.number').textContent());
  await label.click();
  await page.waitForURL(/has=code/);
  await final(page);
  assert.equal((await hrefs(page)).length, Math.min(10, count));
  await page.close();
});

test('of values that differ in a sign each has its own box, which keeps the focus', async () => {
  const page = await open('search/');
  const { documents, topics } = shippedDocuments();
  const files = buildIndex(
    documents.map((one, at) => ({ ...one, authors: [at < 9 ? 'Li-Wei' : 'Li Wei'] })),
    topics,
  );
  await page.route('**/search-index/**', (route) =>
    route.fulfill({ body: files.get(route.request().url().split('search-index/')[1]!)! }),
  );
  await search(page, 'has:math');
  const [first, second] = ['Li Wei', 'Li-Wei'].map((name) =>
    page.getByLabel(name, { exact: false }).and(page.locator(`[value="${name}"]`)),
  );
  await page.locator('.facet__value', { hasText: 'Li-Wei' }).click();
  await page.waitForURL(/author=Li-Wei/);
  await final(page);
  assert.deepEqual([await first!.isChecked(), await second!.isChecked()], [false, true]);
  assert.ok(await second!.evaluate((box) => box === document.activeElement));
  await page.close();
});

test('a year is that of publication; what is excluded may be let in again', async () => {
  const page = await open('search/');
  const count = async (text: string) => {
    await search(page, text);
    return Number.parseInt((await page.getByRole('status').textContent())!, 10);
  };
  const of2024 = await count('year:2024');
  assert.ok(of2024 > 10);
  assert.equal(await count('-year:2024'), 56 - of2024);
  assert.ok((await count('year:2024 -has:code')) < of2024);
  await search(page, '-"quantum circuits" "no such circuits"');
  const loosened = await page.locator('[data-suggestions=loose] a').allTextContents();
  assert.deepEqual(loosened.slice(0, 2), [
    'Search without the quotation marks',
    'Search without what is excluded',
  ]);
  await page.getByText('Search without what is excluded').click();
  assert.equal(await box(page).inputValue(), '"no such circuits"');
  await page.close();
});
