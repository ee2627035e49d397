import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteInBrowser, watchedPages } from '../harness/site-in-browser.ts';
import { findOverflow } from './page-checks.ts';

const site = siteInBrowser('nested');
const open = watchedPages(site);

test('nothing of the search is loaded before the reader turns to the box', async () => {
  const loaded: string[] = [];
  const page = await site.newPage();
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`${site.url}topics/`, { waitUntil: 'networkidle' });
  assert.deepEqual(
    loaded.filter((url) => /search-index|worker|panel/.test(url)),
    [],
  );
  await page.keyboard.press('/');
  await page.keyboard.type('lookup');
  await page.getByRole('option').first().waitFor();
  assert.ok(loaded.some((url) => url.includes('search-index')));
  await page.close();
});

test('the panel is a combobox: slash, arrows, Enter, Escape', async () => {
  const page = await open('topics/');
  await page.keyboard.press('/');
  const combobox = page.getByRole('combobox', { name: 'Search papers' });
  await combobox.waitFor();
  // At one stroke: an answer to a letter would be overtaken, and its choice lost, at any moment.
  await page.keyboard.insertText('lookup');
  await page.getByRole('option').first().waitFor();
  assert.equal(await combobox.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const active = await combobox.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Escape');
  assert.equal(await combobox.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/papers\/t-mac/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('circuits');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\/\?q=circuits/);
  await page.close();
});

test('a panel that was closed stays closed when an answer comes late', async () => {
  const page = await open('topics/');
  await page.keyboard.press('/');
  await page.keyboard.insertText('lookup');
  await page.getByRole('option').first().waitFor();
  const { promise: isClosed, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/search-index/**', async (route) => {
    await isClosed;
    await route.continue();
  });
  const asking = page.waitForRequest('**/search-index/**');
  await page.keyboard.insertText(' zzqxw');
  await asking;
  await page.keyboard.press('Escape');
  answer();
  const panel = page.locator('.search-panel');
  await panel.getByText('No papers found').waitFor({ state: 'attached' });
  assert.ok(!(await panel.isVisible()));
  await page.close();
});

test('a reader who waits for the index is told so', async () => {
  const page = await open('topics/');
  const { promise: isShown, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/search-index/**', async (route) => {
    await isShown;
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.keyboard.insertText('lookup');
  await page.locator('.search-panel [role=status]').getByText('Searching…').waitFor();
  answer();
  await page.getByRole('option').first().waitFor();
  await page.close();
});

test('where the script of the panel does not come, the box says so and leads to the search page', async () => {
  const page = await site.newPage();
  await page.goto(`${site.url}topics/`);
  await page.route('**/panel.*.js', (route) => route.abort());
  await page.keyboard.press('/');
  await page.getByText('The search could not be loaded. Press Enter').waitFor();
  await page.keyboard.type('lookup');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\/\?q=lookup/);
  await page.close();
});

test('a panel that finds nothing says what to do', async () => {
  const page = await open('topics/');
  await page.keyboard.press('/');
  await page.keyboard.type('zzqxw');
  const status = page.locator('.search-panel [role=status]');
  await status.getByText('No papers found. Press Enter for what to try.').waitFor();
  await page.close();
});

test('the panel is within the page at every width and zoom, whatever stands beside the box', async () => {
  const page = await open('topics/');
  await page.keyboard.press('/');
  await page.keyboard.type('quantum');
  await page.getByRole('option').first().waitFor();
  for (const width of [320, 480, 560, 640, 700, 768, 800, 1024, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await page.evaluate(findOverflow), [], `at ${width} px`);
    const { x, width: held } = (await page.locator('.search-panel').boundingBox())!;
    assert.ok(x >= 0 && x + held <= width, `at ${width} px from ${x} to ${x + held}`);
  }
  await page.close();
});
