import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { comeBack, follow, keepSome, newReader, tabTo } from '../harness/reader.ts';
import { siteInBrowser } from '../harness/site-in-browser.ts';

const site = siteInBrowser('nested');

test('what came in since the last visit is marked, and on the list of a followed topic', async () => {
  const { page, context, faults } = await newReader(site);
  await keepSome(site, page);
  assert.equal(await page.locator('.new-mark').count(), 0);
  await comeBack(page);
  await page.goto(site.url);
  assert.ok((await page.locator('.entry-facts .new-mark').count()) > 0);
  await page.goto(`${site.url}saved/`);
  await page.waitForSelector('[data-part=new] li');
  const fresh = await page.$$eval('[data-part=new] a', (links) =>
    links.map((link) => (link as HTMLAnchorElement).href),
  );
  assert.ok(fresh.every((href) => href.startsWith(`${site.url}papers/`)));
  assert.deepEqual(faults, []);
  await context.close();
});

test('only the new: a filter where a list holds old papers too', async () => {
  const { page, context } = await newReader(site);
  await page.goto(site.url);
  await comeBack(page);
  let entries = 0;
  const html = readFileSync(`${site.dist}/index.html`, 'utf8').replace(
    /data-date="[^"]*"/g,
    (date) => ((entries += 1) <= 3 ? date : 'data-date="2024-12-01"'),
  );
  await page.route(site.url, (route) => route.fulfill({ body: html, contentType: 'text/html' }));
  await page.goto(site.url);
  await tabTo(page, '.new-filter');
  assert.equal(await page.textContent('.new-filter'), 'Only the 3 new since your last visit');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.entries > li:visible').count(), 3);
  await page.keyboard.press('Enter');
  assert.ok((await page.locator('.entries > li:visible').count()) > 3);
  await context.close();
});

test('a reader who searches while news are counted gets an answer, and the news', async () => {
  const { page, context, faults } = await newReader(site);
  await follow(site, page, '?q=circuits');
  await follow(site, page, '?q=quantization');
  await comeBack(page);
  const { promise: isTyped, resolve: answer } = Promise.withResolvers<void>();
  await page.route(/core\.json$/, async (route) => {
    await isTyped;
    await route.continue();
  });
  const counting = page.waitForRequest(/core\.json$/);
  await page.goto(`${site.url}saved/`);
  await counting;
  await page.fill('input[type=search]', 'lookup');
  await page.locator('.search-panel').waitFor({ state: 'attached' });
  answer();
  await page.getByRole('option').first().waitFor();
  await page.locator('[data-part=searches] .new-mark').nth(1).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a button keeps the focus while news come in beside it', async () => {
  const { page, context, faults } = await newReader(site);
  await follow(site, page, '?q=circuits');
  await comeBack(page);
  const { promise: isThere, resolve: answer } = Promise.withResolvers<void>();
  await page.route(/core\.json$/, async (route) => {
    await isThere;
    await route.continue();
  });
  await page.goto(`${site.url}saved/`);
  await tabTo(page, '[data-part=searches] li button');
  answer();
  const followed = page.locator('[data-part=searches] li');
  await followed.locator('.new-mark').waitFor();
  await page.keyboard.press('Enter');
  assert.match(await followed.innerText(), /Not followed\s+Undo$/);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a followed search: on the list with what is new, which one step shows', async () => {
  const { page, context, faults } = await newReader(site);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${site.url}search/`);
  await page.locator('#search-results[aria-busy="false"]').waitFor({ state: 'attached' });
  assert.equal(await page.locator('[data-keep=searches]:visible').count(), 0);
  await follow(site, page, '?q=quantization&has=code&digest=2025-03-14&sort=date');
  await page.fill('input[type=search]', 'quantization of');
  await page.waitForSelector('[data-keep=searches][aria-pressed=false]');
  await follow(site, page, '?q=circuits');

  asked.length = 0;
  await page.goto(`${site.url}saved/`, { waitUntil: 'networkidle' });
  const followed = page.locator('[data-part=searches] li');
  assert.deepEqual(await followed.locator('a').allTextContents(), [
    'quantization · has code',
    'circuits',
  ]);
  assert.equal(
    await followed.locator('a').first().getAttribute('href'),
    `${site.base}search/?q=quantization&has=code`,
  );
  assert.ok(!asked.some((url) => url.includes('search-index')), 'nothing can be new: no search');

  await comeBack(page);
  await page.goto(`${site.url}saved/`);
  const fresh = page.locator('[data-part=searches] .new-mark');
  await fresh.nth(1).waitFor();
  const [count] = /^\d+/.exec((await fresh.first().textContent())!)!;
  await fresh.first().click();
  // A locator, since the page that the click leads to may not be there yet.
  await page.locator('#search-status', { hasText: /papers?/ }).waitFor();
  assert.match((await page.textContent('#search-status'))!, new RegExp(`^${count} papers?`));
  const results = page.locator('#search-results > li');
  assert.equal(await results.locator('.new-mark').count(), await results.count());
  assert.equal(await page.textContent('[data-keep=searches]'), 'Following this search');

  await page.goto(`${site.url}saved/`);
  await tabTo(page, '[data-part=searches] li:last-child button');
  await page.keyboard.press('Enter');
  await page.reload();
  await fresh.first().waitFor();
  assert.equal(await followed.count(), 1);
  assert.deepEqual(faults, []);
  await context.close();
});
