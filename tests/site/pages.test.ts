import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { siteInBrowser, watchPage } from '../harness/site-in-browser.ts';
import { PAGE_TYPES, type PageType } from './page-types.ts';

const site = siteInBrowser('nested');

test('the home page stands below the base path and names its papers; other addresses answer 404', async () => {
  const page = await site.newPage();
  assert.equal((await page.goto(site.url))?.status(), 200);
  assert.ok((await page.locator(`a[href^="${site.base}papers/"]`).count()) > 0);
  assert.equal((await page.goto(`${site.url}no-such-page/`))?.status(), 404);
  await page.close();
});

test('every kind of page has one heading, its landmarks, a title and a description of its own', async () => {
  const page = await site.newPage({ javaScriptEnabled: false });
  const titles = new Map<string, string>();
  for (const [type, address] of pages()) {
    await page.goto(site.url + address, { waitUntil: 'domcontentloaded' });
    assert.equal(await page.locator('h1').count(), 1, `${type}: h1`);
    for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
      assert.equal(await page.getByRole(landmark).count(), 1, `${type}: ${landmark}`);
    }
    const title = await page.title();
    assert.match(title, /Circuits & Bits$/, type);
    assert.equal(titles.get(title), undefined, `${type} has the title of ${titles.get(title)}`);
    titles.set(title, type);
    assert.ok(await page.locator('meta[name=description]').getAttribute('content'), type);
  }
  await page.close();
});

test('no page logs an error, breaks its policy or asks another host', async () => {
  const page = await site.newPage();
  const faults = watchPage(page, site.url);
  for (const [, address] of pages().filter(([type]) => type !== 'missing')) {
    await page.goto(site.url + address, { waitUntil: 'networkidle' });
  }
  await page.close();
  assert.deepEqual(faults, []);
});

test('without script a page says the same', async () => {
  const withScript = await site.newPage();
  const without = await site.newPage({ javaScriptEnabled: false });
  for (const [type, address] of pages().filter(([kind]) => kind !== 'search')) {
    await withScript.goto(site.url + address);
    await without.goto(site.url + address, { waitUntil: 'domcontentloaded' });
    const said = await withScript.locator('main').textContent();
    assert.equal(await without.locator('main').textContent(), said, type);
  }
  await withScript.close();
  await without.close();
});

test('a topic opens to its reasons and marks them in the text, by keyboard and without script', async () => {
  const page = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url + PAGE_TYPES.paper);
  const marked = page.locator('.restored .e1').first();
  const background = () => marked.evaluate((mark) => getComputedStyle(mark).backgroundColor);
  const plain = await background();
  await page.locator('.reason-1 summary').focus();
  await page.keyboard.press('Enter');
  assert.notEqual(await background(), plain);
  assert.match(
    (await page.locator('.reason-1 ul').textContent()) ?? '',
    /(title|abstract)[^,]*, rule/,
  );
  await page.close();
});

test('where a paper counts once, and not for each of its topics, the page says so', async () => {
  const page = await site.newPage();
  for (const address of [PAGE_TYPES.digest, PAGE_TYPES.digests]) {
    await page.goto(site.url + address);
    assert.match(await page.locator('.opening').innerText(), /under its main topic[.;]/);
  }
  await page.close();
});

test('the topics that a digest counts are those that it lists, in the archive the others too', async () => {
  const page = await site.open(PAGE_TYPES.digest);
  const facts = await page.locator('.opening .facts').innerText();
  const [papers, topics] = facts.match(/\d+/g)!.map(Number);
  const counts = (await page.locator('.contents .number').allInnerTexts()).map(Number);
  assert.equal(counts.length, topics);
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    papers,
  );
  await page.goto(site.url + PAGE_TYPES.digests);
  const row = page.locator('.shelf-list-senses').first();
  const named = await row.locator('.dot').count();
  assert.ok((await row.innerText()).includes(`and ${topics! - named} more topics`));
  await page.close();
});

test('what related papers share is a phrase in its quotes, or a topic that is called one', async () => {
  const read = (file: string) => readFileSync(path.join(site.dist, file), 'utf8');
  const topics = JSON.parse(read('api/topics.json')) as { label: string }[];
  const labels = topics.map(({ label }) => label.replace(/[()]/g, '\\$&')).join('|');
  const topic = `(the topic (${labels})|the topics (${labels})(, (${labels}))+)`;
  const phrases = '“[^”]+”(, “[^”]+”)*';
  const line = new RegExp(`^Shares (${topic}|${phrases}|${topic}, ${phrases})$`);
  const lines = globSync('papers/*/index.html', { cwd: site.dist }).flatMap((file) =>
    [...read(file).matchAll(/>(Shares [^<]*)</g)].map(([, line]) => line!),
  );
  assert.ok(lines.some((said) => said.includes('the topics ')));
  assert.ok(lines.some((said) => said.includes('the topic ') && said.includes('“')));
  assert.deepEqual(
    lines.filter((said) => !line.test(said)),
    [],
  );
});

test('where scripts are off, the list says so, and offers no file of it', async () => {
  const page = await site.open(PAGE_TYPES.saved, { javaScriptEnabled: false });
  const said = await page.locator('main').innerText();
  assert.match(said, /scripts are off/);
  assert.doesNotMatch(said, /a button for it|as a file/i);
  await page.close();
});

test('the BibTeX of a paper is copied at a click', async () => {
  const context = await site.browser.newContext();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(site.url + PAGE_TYPES['paper with math']);
  await page.getByRole('button', { name: 'Copy BibTeX' }).click();
  await page.locator('.paper-files [role=status]', { hasText: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^@\w+\{[^]*\}\s*$/);
  assert.equal(copied, await page.locator('.citation pre').textContent());
  // Of a page that is not secure, and of a browser that refuses.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Copy BibTeX' }).click();
  await page.getByText('Selected: copy it with your keyboard').waitFor();
  assert.equal(await page.evaluate(() => getSelection()!.toString().trim()), copied.trim());
  await context.close();
});

test('the text as pasted takes the place of the restored one, without script', async () => {
  const page = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url + PAGE_TYPES['paper with math']);
  assert.ok(!(await page.locator('.pasted').isVisible()));
  await page.getByLabel('Show as pasted').check();
  assert.match((await page.locator('.pasted').textContent()) ?? '', /S\^\{2\}FT/);
  assert.ok(!(await page.locator('.restored').isVisible()));
  await page.close();
});

test('the switch of colours holds on the next page, and before the first paint', async () => {
  const page = await site.newPage({ colorScheme: 'light' });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto(site.url);
  const light = await background();
  await page.getByRole('button', { name: 'Dark colours' }).click();
  const dark = await background();
  assert.notEqual(dark, light);
  await page.goto(site.url + PAGE_TYPES.about);
  assert.equal(await background(), dark);
  await page.getByRole('button', { name: 'Light colours' }).click();
  assert.equal(await background(), light);
  assert.equal(await page.evaluate(() => localStorage.getItem('scheme')), null);
  await page.close();
});

const pages = () => Object.entries(PAGE_TYPES) as [PageType, string][];
