import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { downloadOn, keepSome, newReader, tabTo } from '../harness/reader.ts';
import { siteInBrowser } from '../harness/site-in-browser.ts';
import { findOverflow } from './page-checks.ts';
import { PAGE_TYPES } from './page-types.ts';

const site = siteInBrowser('nested');

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

test('the list goes from one browser to another as a file; then it is erased', async () => {
  const first = await newReader(site);
  await keepSome(site, first.page);
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
  await page.locator('#saved-status', { hasText: /./ }).waitFor();
  assert.match((await page.textContent('#saved-status'))!, /is not a list/);
  await give(list);
  await page.waitForSelector('[data-part=papers] li');
  assert.equal(await page.textContent('[data-part=papers] a'), title);
  assert.equal(await page.textContent('[data-part=topics] a'), 'Quantum');
  assert.equal(await page.textContent('[data-part=searches] a'), 'error correction');
  await tabTo(page, '[data-part=papers] li button');
  await page.keyboard.press('Enter');
  await page.reload();
  assert.equal(await page.locator('[data-part=papers] li').count(), 0);
  await page.goto(`${site.url}about/`);
  await tabTo(page, '[data-erase]');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('what is taken off the list keeps its place until the page is left, with a way back', async () => {
  const { page, context, faults } = await newReader(site);
  await keepSome(site, page);
  await page.goto(`${site.url}saved/`);
  for (const [part, takes] of [
    ['papers', 'Remove'],
    ['topics', 'Stop following'],
    ['searches', 'Stop following'],
  ] as const) {
    const row = page.locator(`[data-part=${part}] li`);
    const stored = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    const place = () => row.boundingBox();
    await tabTo(page, `[data-part=${part}] li button`);
    const [before, at] = [await stored(), await place()];
    await page.keyboard.press('Enter');
    assert.match(await row.innerText(), /(Removed|Not followed)\s+Undo$/);
    assert.deepEqual(await place(), at, part);
    assert.match((await page.textContent('#saved-done'))!, /^(Removed|Not followed): ./);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Undo');
    assert.notEqual(await stored(), before);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), takes);
    assert.match((await page.textContent('#saved-done'))!, /^On your list again: ./);
    assert.equal(await stored(), before);
  }
  await tabTo(page, '[data-part=papers] li button');
  await page.keyboard.press('Enter');
  assert.ok(!(await page.locator('[data-do=bibtex]').isVisible()), 'no entries to give');
  await page.reload();
  assert.equal(await page.locator('[data-part=papers] li').count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('what changes in one tab shows in the others, and on a page that Back brings', async () => {
  const { page, context, faults } = await newReader(site);
  const list = await context.newPage();
  await list.goto(`${site.url}saved/`);
  assert.ok(await list.locator('#saved-empty').isVisible());
  await page.goto(site.url + PAGE_TYPES.paper);
  await page.locator('[data-keep=saved]').click();
  const row = list.locator('[data-part=papers] li');
  await row.waitFor();
  await row.getByRole('button', { name: /^Remove/ }).click();
  await page.locator('[data-keep=saved][aria-pressed=false]').waitFor();
  await row.getByRole('button', { name: /^Undo/ }).click();
  await page.locator('[data-keep=saved][aria-pressed=true]').waitFor();
  // Nothing tells a page that lies behind others.
  await page.evaluate(() => {
    localStorage.clear();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  assert.equal(await page.getAttribute('[data-keep=saved]', 'aria-pressed'), 'false');
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
