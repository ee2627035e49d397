import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { downloadOn, newReader, tabTo } from '../harness/reader.ts';
import { siteInBrowser } from '../harness/site-in-browser.ts';
import { findOverflow } from './page-checks.ts';
import { PAGE_TYPES } from './page-types.ts';

const site = siteInBrowser('nested');

/** Makes the last visit one that was before the newest paper came in. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('offprint:'))!;
    const reader = JSON.parse(localStorage.getItem(key)!);
    reader.visit = { before: '2025-01-01', newest: '2025-01-01', at: 0 };
    localStorage.setItem(key, JSON.stringify(reader));
  });
}

/** Follows a topic and a search, and saves a paper. */
async function keepSome(page: Page): Promise<void> {
  await follow(page, '?q=error+correction');
  await page.goto(`${site.url}topics/quantum/`);
  await tabTo(page, '[data-keep=followed]');
  await page.keyboard.press('Enter');
  const first = await page.locator('.entry-title a').first().getAttribute('href');
  await page.goto(new URL(first!, site.url).href);
  await tabTo(page, '[data-keep=saved]');
  await page.keyboard.press('Enter');
  assert.equal(await page.getAttribute('[data-keep=saved]', 'aria-pressed'), 'true');
}

test('what came in since the last visit is marked, and on the list of a followed topic', async () => {
  const { page, context, faults } = await newReader(site);
  await keepSome(page);
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

test('what is kept leads to the list, on the page where it is kept', async () => {
  const { page, context } = await newReader(site);
  for (const address of [PAGE_TYPES.paper, PAGE_TYPES.topic, 'search/?q=quantum']) {
    await page.goto(site.url + address);
    const way = page.locator('main').getByRole('link', { name: 'Your list' });
    const button = page.locator('[data-keep]:visible');
    await button.waitFor();
    assert.equal(await way.count(), 0, address);
    await button.click();
    assert.equal(await way.getAttribute('href'), `${site.base}saved/`, address);
    await button.click();
    assert.equal(await way.count(), 0, address);
  }
  await context.close();
});

test('on a phone a saved title has the width of the page, its day and its button one line', async () => {
  const { page, context } = await newReader(site);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(site.url + PAGE_TYPES.paper);
  await page.locator('[data-keep=saved]').click();
  await page.goto(`${site.url}saved/`);
  const box = async (part: string) =>
    (await page.locator(`[data-part=papers] li > ${part}`).boundingBox())!;
  const [title, day, button] = [await box('a'), await box('time'), await box('button')];
  assert.ok(title.width > 320 && day.y >= title.y + title.height);
  assert.ok(button.y < day.y && day.y + day.height < button.y + button.height);
  await context.close();
});

test('a saved title of one long word stays on a phone, its day written as elsewhere', async () => {
  const { page, context } = await newReader(site);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(site.url + PAGE_TYPES.paper);
  const save = page.locator('[data-keep=saved]');
  await save.evaluate((button) => (button.dataset['name'] = 'Quantization'.repeat(8)));
  await save.click();
  await page.goto(`${site.url}saved/`);
  assert.equal(await page.locator('[data-part=papers] time').innerText(), '14 Mar 2025');
  assert.deepEqual(await page.evaluate(findOverflow), []);
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

/** Follows a search by keyboard. */
async function follow(page: Page, address: string): Promise<void> {
  await page.goto(`${site.url}search/${address}`);
  await page.locator('#search-results[aria-busy="false"] > li').first().waitFor();
  await tabTo(page, '[data-keep=searches]');
  await page.keyboard.press('Enter');
  assert.equal(await page.textContent('[data-keep=searches]'), 'Following this search');
}

test('a reader who searches while news are counted gets an answer, and the news', async () => {
  const { page, context, faults } = await newReader(site);
  await follow(page, '?q=circuits');
  await follow(page, '?q=quantization');
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

test('a followed search: on the list with what is new, which one step shows', async () => {
  const { page, context, faults } = await newReader(site);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${site.url}search/`);
  assert.equal(await page.locator('[data-keep=searches]:visible').count(), 0);
  await follow(page, '?q=quantization&has=code&digest=2025-03-14&sort=date');
  await page.fill('input[type=search]', 'quantization of');
  await page.waitForSelector('[data-keep=searches][aria-pressed=false]');
  await follow(page, '?q=circuits');

  asked.length = 0;
  await page.goto(`${site.url}saved/`);
  const followed = page.locator('[data-part=searches] li');
  assert.deepEqual(await followed.locator('a').allTextContents(), [
    'quantization · With code',
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
  await page.waitForFunction(() =>
    /papers?/.test(document.querySelector('#search-status')!.textContent!),
  );
  assert.match((await page.textContent('#search-status'))!, new RegExp(`^${count} papers?`));
  const results = page.locator('#search-results > li');
  assert.equal(await results.locator('.new-mark').count(), await results.count());
  assert.equal(await page.textContent('[data-keep=searches]'), 'Following this search');

  await page.goto(`${site.url}saved/`);
  await tabTo(page, '[data-part=searches] li:last-child button');
  await page.keyboard.press('Enter');
  assert.equal(await followed.count(), 1);
  assert.deepEqual(faults, []);
  await context.close();
});

test('the list goes from one browser to another as a file; then it is erased', async () => {
  const first = await newReader(site);
  await keepSome(first.page);
  const title = await first.page.getAttribute('[data-keep=saved]', 'data-name');
  await first.page.goto(`${site.url}saved/`);
  await tabTo(first.page, '[data-do=bibtex]');
  assert.match(await downloadOn(first.page), /^@\w+\{/);
  await tabTo(first.page, '[data-do=export]');
  const list = await downloadOn(first.page);
  await first.context.close();

  const { page, context, faults } = await newReader(site);
  await page.goto(`${site.url}saved/`);
  const give = (text: string) =>
    page.setInputFiles('[data-do=import]', {
      name: 'my-list.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await give(
    '{"saved":{"../x":{"title":"<b>","date":"1"}},"followed":7,"searches":{"//x.org/?q":"x"}}',
  );
  await page.waitForFunction(() => document.querySelector('#saved-status')!.textContent !== '');
  assert.match((await page.textContent('#saved-status'))!, /is not a list/);
  await give(list);
  await page.waitForSelector('[data-part=papers] li');
  assert.equal(await page.textContent('[data-part=papers] a'), title);
  assert.equal(await page.textContent('[data-part=topics] a'), 'Quantum');
  assert.equal(await page.textContent('[data-part=searches] a'), 'error correction');
  await tabTo(page, '[data-part=papers] li button');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('[data-part=papers] li').count(), 0);
  await page.goto(`${site.url}about/`);
  await tabTo(page, '[data-erase]');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

/** A browser that refuses to store anything. */
async function refuseStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  });
}

test('where storage is refused the pages work, and the buttons say why they do not', async () => {
  const { page, context, faults } = await newReader(site);
  await refuseStorage(context);
  for (const path of ['', 'subscribe/', 'saved/', 'about/', 'topics/quantum/']) {
    await page.goto(site.url + path);
  }
  await page.click('.scheme-switch');
  await page.click('[data-keep=followed]');
  assert.equal(await page.textContent('[data-keep=followed]'), 'Your browser stores nothing');
  await page.goto(`${site.url}search/?q=circuits`);
  await page.click('[data-keep=searches]');
  assert.equal(await page.textContent('[data-keep=searches]'), 'Your browser stores nothing');
  assert.deepEqual(faults, []);
  await context.close();
});
