import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { SITE_URL } from '../harness/built-site.ts';
import { downloadOn, newReader, tabTo } from '../harness/reader.ts';
import { siteInBrowser } from '../harness/site-in-browser.ts';

/** The feeds of a search that the shipped settings name. */
const SEARCH = 'feeds/quantization-with-code/';

const site = siteInBrowser('nested');

function read(file: string): string {
  return readFileSync(`${site.dist}/${file}`, 'utf8');
}

test('feeds of the built site: the same ids, absolute addresses below the base', () => {
  for (const folder of ['', 'with-code/', 'digests/', 'topics/circuits/quantum/', SEARCH]) {
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
  const { page, context } = await newReader(site, { javaScriptEnabled: false });
  const feeds = () =>
    page.$$eval('link[rel=alternate][type*="rss"]', (links) =>
      links.map((link) => new URL((link as HTMLLinkElement).href).pathname),
    );
  await page.goto(`${site.url}topics/quantum/`);
  assert.deepEqual(await feeds(), [`${site.base}topics/quantum/rss.xml`, `${site.base}rss.xml`]);
  await page.goto(`${site.url}search/`);
  assert.ok((await feeds()).includes(`${site.base}${SEARCH}rss.xml`));
  await page.goto(`${site.url}about/`);
  assert.deepEqual(await feeds(), [`${site.base}rss.xml`]);
  await context.close();
});

test('the subscribe page by keyboard: copy an address, tick topics, get them as OPML', async () => {
  const { page, context, faults } = await newReader(site);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.url}subscribe/`);
  await tabTo(page, '[data-copy="address-atom"]');
  await page.keyboard.press('Enter');
  await page.locator('[data-copy="address-atom"] + [role=status]', { hasText: 'Copied' }).waitFor();
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
  const { page, context } = await newReader(site, { javaScriptEnabled: false });
  await page.goto(`${site.url}subscribe/`);
  assert.equal(await page.textContent('#address-rss'), `${SITE_URL}${site.base}rss.xml`);
  assert.equal(await page.locator('main button:visible, main input:visible').count(), 0);
  const links = await page.$$eval('main a', (all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  );
  for (const path of [
    'opml.xml',
    'topics/circuits/rss.xml',
    'digests/feed.json',
    `${SEARCH}rss.xml`,
  ]) {
    assert.ok(links.includes(site.url + path), path);
  }
  await context.close();
});

test('a feed opened in a browser is a readable list that says what it is', async () => {
  const { page, context, faults } = await newReader(site);
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

test('on a wide screen the first address is in view with what arrives, which opens to the whole of it', async () => {
  const page = await site.open('subscribe/', { viewport: { width: 1280, height: 800 } });
  const address = (await page.locator('#address-rss').boundingBox())!;
  assert.ok(address.y + address.height <= 800, `${address.y}`);
  const why = page.getByText('Why it is here:');
  assert.ok(!(await why.isVisible()));
  await page.getByText('The whole item').click();
  assert.ok(await why.isVisible());
  await page.close();
});
