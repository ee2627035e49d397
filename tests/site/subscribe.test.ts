import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser.ts';
import { serveSite, SITE_URL, type ServedSite } from '../harness/built-site.ts';

let browser: Browser;
let site: ServedSite;
before(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite('nested')]);
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

/** A page of a new reader; everything that goes wrong in it is collected. */
async function newReader(options: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return { context, page, faults };
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} cannot be reached with Tab`);
}

/** The content of the file that a press of Enter gives. */
async function downloadOn(page: Page): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return readFileSync(await file.path(), 'utf8');
}

/** Makes the last visit one that was before the newest paper came in. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('offprint:'))!;
    const reader = JSON.parse(localStorage.getItem(key)!);
    reader.visit = { before: '2025-01-01', newest: '2025-01-01', at: 0 };
    localStorage.setItem(key, JSON.stringify(reader));
  });
}

function read(file: string): string {
  return readFileSync(`${site.dist}/${file}`, 'utf8');
}

test('feeds of the built site: the same ids, absolute addresses below the base', () => {
  for (const folder of ['', 'with-code/', 'digests/', 'topics/circuits/quantum/']) {
    const rss = parseRssFeed(read(`${folder}rss.xml`));
    const atom = parseAtomFeed(read(`${folder}atom.xml`));
    const json = parseJsonFeed(read(`${folder}feed.json`));
    const ids = rss.items?.map(({ guid }) => guid?.value);
    assert.ok(ids && ids.length > 0, folder);
    assert.deepEqual(
      atom.entries?.map(({ id }) => id),
      ids,
    );
    assert.deepEqual(
      json.items?.map(({ id }) => id),
      ids,
    );
    assert.equal(atom.links?.[0]?.href, `${SITE_URL}${site.base}${folder}atom.xml`);
    for (const item of rss.items!) assert.ok(item.link?.startsWith(SITE_URL + site.base));
  }
});

test('every page names the feeds; a topic names its own first', async () => {
  const { page, context } = await newReader({ javaScriptEnabled: false });
  const feeds = () =>
    page.$$eval('link[rel=alternate][type*="rss"]', (links) =>
      links.map((link) => new URL((link as HTMLLinkElement).href).pathname),
    );
  await page.goto(`${site.url}topics/quantum/`);
  assert.deepEqual(await feeds(), [`${site.base}topics/quantum/rss.xml`, `${site.base}rss.xml`]);
  await page.goto(`${site.url}about/`);
  assert.deepEqual(await feeds(), [`${site.base}rss.xml`]);
  await context.close();
});

test('the subscribe page by keyboard: copy an address, tick topics, get them as OPML', async () => {
  const { page, context, faults } = await newReader();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.url}subscribe/`);
  await tabTo(page, '[data-copy="address-atom"]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() =>
    document.querySelector('#subscribe-status')!.textContent!.startsWith('Copied'),
  );
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, `${site.url}atom.xml`);
  for (const topic of ['quantization', 'circuits/quantum']) {
    await tabTo(page, `input[value="${topic}"]`);
    await page.keyboard.press('Space');
  }
  await tabTo(page, '#topic-choice button');
  assert.equal(await page.textContent('#topic-choice button'), 'Download 2 as OPML');
  const outlines = parseOpml(await downloadOn(page)).body?.outlines ?? [];
  assert.deepEqual(
    outlines.map(({ xmlUrl }) => xmlUrl),
    ['quantization', 'circuits/quantum'].map((id) => `${site.url}topics/${id}/rss.xml`),
  );
  assert.deepEqual(faults, []);
  await context.close();
});

test('the subscribe page without scripts: addresses, topics and OPML as links', async () => {
  const { page, context } = await newReader({ javaScriptEnabled: false });
  await page.goto(`${site.url}subscribe/`);
  assert.equal(await page.textContent('#address-rss'), `${SITE_URL}${site.base}rss.xml`);
  assert.equal(await page.locator('main button:visible, main input:visible').count(), 0);
  const links = await page.$$eval('main a', (all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  );
  for (const path of ['opml.xml', 'topics/circuits/rss.xml', 'digests/feed.json']) {
    assert.ok(links.includes(site.url + path), path);
  }
  await context.close();
});

test('a feed opened in a browser is a readable list that says what it is', async () => {
  const { page, context, faults } = await newReader();
  for (const file of ['rss.xml', 'atom.xml', 'opml.xml']) {
    await page.goto(site.url + file);
    const shown = await page.evaluate(() => {
      const root = document.documentElement;
      const title = root.querySelector('title')!;
      return {
        note: getComputedStyle(root, '::before').content,
        title: getComputedStyle(title).display,
        body: [...root.querySelectorAll('encoded, content')].some(
          (body) => getComputedStyle(body).display !== 'none',
        ),
      };
    });
    assert.match(shown.note, /^"This is a /, file);
    assert.deepEqual([shown.title, shown.body], ['block', false], file);
  }
  assert.deepEqual(faults, []);
  await context.close();
});

async function keepSome(page: Page): Promise<void> {
  await page.goto(`${site.url}topics/quantum/`);
  await tabTo(page, '[data-follow]');
  await page.keyboard.press('Enter');
  const first = await page.locator('.entry-title a').first().getAttribute('href');
  await page.goto(new URL(first!, site.url).href);
  await tabTo(page, '[data-save]');
  await page.keyboard.press('Enter');
  assert.equal(await page.getAttribute('[data-save]', 'aria-pressed'), 'true');
}

test('what came in since the last visit is marked, and on the list of a followed topic', async () => {
  const { page, context, faults } = await newReader();
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

test('only the new: a filter where a list holds old papers too', async () => {
  const { page, context } = await newReader();
  await page.goto(site.url);
  await comeBack(page);
  let entries = 0;
  const html = read('index.html').replace(/data-date="[^"]*"/g, (date) =>
    (entries += 1) <= 3 ? date : 'data-date="2024-12-01"',
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

test('the list goes from one browser to another as a file; then it is erased', async () => {
  const first = await newReader();
  await keepSome(first.page);
  const title = await first.page.getAttribute('[data-save]', 'data-name');
  await first.page.goto(`${site.url}saved/`);
  await tabTo(first.page, '[data-do=bibtex]');
  assert.match(await downloadOn(first.page), /^@\w+\{/);
  await tabTo(first.page, '[data-do=export]');
  const list = await downloadOn(first.page);
  await first.context.close();

  const { page, context, faults } = await newReader();
  await page.goto(`${site.url}saved/`);
  const give = (text: string) =>
    page.setInputFiles('[data-do=import]', {
      name: 'my-list.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await give('{"saved":{"../x":{"title":"<b>","date":"1"}},"followed":7}');
  await page.waitForFunction(() => document.querySelector('#saved-status')!.textContent !== '');
  assert.match((await page.textContent('#saved-status'))!, /is not a list/);
  await give(list);
  await page.waitForSelector('[data-part=papers] li');
  assert.equal(await page.textContent('[data-part=papers] a'), title);
  assert.equal(await page.textContent('[data-part=topics] a'), 'Quantum');
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
  const { page, context, faults } = await newReader();
  await refuseStorage(context);
  for (const path of ['', 'subscribe/', 'saved/', 'about/', 'topics/quantum/']) {
    await page.goto(site.url + path);
  }
  await page.click('.scheme-switch');
  await page.click('[data-follow]');
  assert.equal(await page.textContent('[data-follow]'), 'Your browser stores nothing');
  assert.deepEqual(faults, []);
  await context.close();
});
