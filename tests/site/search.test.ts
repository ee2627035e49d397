import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { siteInBrowser, watchedPages } from '../harness/site-in-browser.ts';
import { largeFiles } from '../search/shipped-search.ts';
import { box, final, hrefs, search } from './search-on-page.ts';

const site = siteInBrowser('nested');
const open = watchedPages(site);

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('href'));

test('the page has one box; a query lists one link a paper, best first', async () => {
  const page = await open('search/');
  assert.equal(await box(page).count(), 1);
  await final(page);
  assert.deepEqual(await hrefs(page), []);
  const found = await search(page, 'quantizaton oscilation');
  assert.match(found[0]!, /^\/a\/b\/papers\/oscillation-free[a-z0-9-]*\/$/);
  assert.equal(new Set(found).size, found.length);
  assert.match(
    (await page.getByRole('status').textContent())!,
    /1 paper · spelling: showing results for quantization oscillation/,
  );
  assert.deepEqual(await search(page, 'photosynthesis'), []);
  assert.ok(await page.locator('#search-empty').isVisible());
  await page.close();
});

test('the address holds query and filters; Back and a deep link bring them back', async () => {
  const page = await open('search/?q=circuits');
  await final(page);
  const all = await hrefs(page);
  await page.getByLabel(/^Quantum circuits/).check();
  await page.waitForURL(/topic=circuits%2Fquantum/);
  await final(page);
  const narrowed = await hrefs(page);
  assert.ok(narrowed.length > 0 && narrowed.length < all.length);
  const deep = await open(`search/${new URL(page.url()).search}`);
  await final(deep);
  assert.deepEqual(await hrefs(deep), narrowed);
  assert.ok(await deep.getByLabel(/^Quantum circuits/).isChecked());
  await deep.close();
  await page.goBack();
  await page.waitForURL(/\?q=circuits$/);
  await final(page);
  assert.deepEqual(await hrefs(page), all);
  await page.close();
});

test('arrows lead from the box through the results and back, Enter opens, Escape clears', async () => {
  const page = await open('search/?q=lookup+table');
  await final(page);
  const found = await hrefs(page);
  await box(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), found[1]);
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(page), found[0]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await final(page);
  assert.equal(await box(page).inputValue(), '');
  assert.deepEqual(await hrefs(page), []);
  await search(page, 'transcoders');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/papers\/transcoders/);
  await page.close();
});

interface FirstHits {
  firstHits: (string | null)[];
}

/** Runs in the page: notes the links of the list when it is first said to be there. */
function noteFirstHits(): void {
  const list = document.querySelector('#search-results')!;
  new MutationObserver((_, observer) => {
    const links = [...list.querySelectorAll('a')];
    if (list.getAttribute('aria-busy') !== 'false' || links.length === 0) return;
    observer.disconnect();
    (window as unknown as FirstHits).firstHits = links.map((link) => link.getAttribute('href'));
  }).observe(list, { attributes: true });
}

test('a list that is long to load is complete when typing rests, and grows from there', async () => {
  const page = await open('search/');
  const files = largeFiles();
  await page.route('**/search-index/**', (route) =>
    route.fulfill({
      json: JSON.parse(files.get(route.request().url().split('search-index/')[1]!)!),
    }),
  );
  await page.evaluate(noteFirstHits);
  await search(page, 'quantum circuits');
  const more = page.locator('#search-more');
  await more.waitFor();
  const first = await page.evaluate(() => (window as unknown as FirstHits).firstHits);
  const whole = await hrefs(page);
  assert.equal(whole.length, 10);
  assert.ok(first.length > 0 && first.length < whole.length);
  assert.deepEqual(whole.slice(0, first.length), first);
  // By key: a pointer would lie on a hit then, whose page is fetched ahead, and copies have none.
  await more.press('Enter');
  await page.locator('#search-results > :nth-child(20)').waitFor();
  await final(page);
  assert.deepEqual((await hrefs(page)).slice(0, 10), whole);
  assert.equal(await focused(page), (await hrefs(page))[10]);
  await page.close();
});

test('a page that was open when another index took the place of its own finds in that one', async () => {
  const page = await site.open('search/?q=quantum');
  await final(page);
  const files = largeFiles();
  await page.route('**/search-index/**', (route) => {
    const body = files.get(route.request().url().split('search-index/')[1]!);
    return route.fulfill(body === undefined ? { status: 404 } : { body });
  });
  const found = await search(page, 'transcoders');
  assert.match(found[0]!, /papers\/transcoders[a-z0-9-]*-\d+\/$/);
  await page.close();
});

test('which index is the newest is asked anew, however long a host lets files be kept', async () => {
  const page = await open('about/');
  const asked = page.waitForRequest('**/search-index/manifest.json');
  await page.goto(`${site.url}search/?q=quantum`);
  assert.equal((await (await asked).allHeaders())['cache-control'], 'max-age=0');
  await page.close();
});

test('what is typed before the scripts are there is searched for when they are', async () => {
  const page = await open('about/');
  const { promise: typed, resolve: haveTyped } = Promise.withResolvers<void>();
  await page.route('**/_astro/page.*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(`${site.url}search/`, { waitUntil: 'commit' });
  await box(page).pressSequentially('quantum');
  haveTyped();
  await final(page);
  assert.equal(await box(page).inputValue(), 'quantum');
  assert.match(page.url(), /\?q=quantum$/);
  assert.ok((await hrefs(page)).length > 0);
  await page.close();
});

test('a reader who is elsewhere in the page when the scripts come is left there', async () => {
  const page = await open('about/');
  const { promise: moved, resolve: haveMoved } = Promise.withResolvers<void>();
  await page.route('**/_astro/search-page.*.js', async (route) => {
    await moved;
    await route.continue();
  });
  await page.goto(`${site.url}search/`);
  const place = page.getByRole('link', { name: 'About' }).first();
  await place.focus();
  haveMoved();
  await final(page);
  assert.ok(await place.evaluate((link) => link === document.activeElement));
  await page.close();
});

test('keys that are typed into a field stay there; a question mark elsewhere lists the keys', async () => {
  const page = await open('search/');
  await final(page);
  await box(page).blur();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog');
  await keys.waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  // After that: what draws the list is there now, and would at once.
  await box(page).focus();
  await page.keyboard.type('a/b?');
  assert.equal(await box(page).inputValue(), 'a/b?');
  assert.equal(await keys.count(), 0);
  await page.close();
});

test('by touch on a phone: the panel, a result, the filters', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const page = await open('topics/', phone);
  await box(page).tap();
  await page.keyboard.type('quantum');
  await page.getByRole('option').first().tap();
  await page.waitForURL(/papers\//);
  const results = await open('search/?q=circuits', phone);
  await final(results);
  await results.getByText('Narrow down').tap();
  await results.getByLabel(/^Quantum circuits/).tap();
  await results.waitForURL(/topic=/);
  await final(results);
  const [width, inner] = await results.evaluate(() => [
    document.documentElement.scrollWidth,
    innerWidth,
  ]);
  assert.ok(width! <= inner!);
  await page.close();
  await results.close();
});

test('without script the form leads to a page of titles and topics', async () => {
  const page = await open('topics/', { javaScriptEnabled: false });
  await box(page).fill('circuits');
  await box(page).press('Enter');
  await page.waitForURL(/search\/\?q=circuits/);
  assert.equal(await page.locator('noscript a[href*="/papers/"]').count(), 56);
  assert.ok(await page.getByRole('link', { name: 'Quantization' }).first().isVisible());
  const said = (await page.locator('main').innerText()).split(/\n+/);
  assert.match(said[1]!, /scripts are off/, 'what is the matter comes first');
  assert.ok(!(await page.getByText('Ways to search').isVisible()));
  assert.equal(await page.locator('main :is(input, button):visible').count(), 0);
  await page.close();
});

test('hostile queries neither run nor block', async () => {
  const page = await open('search/');
  for (const text of [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '__proto__',
    `${'quantizaton '.repeat(30)}`,
    '('.repeat(300),
    'constructor',
  ]) {
    await search(page, text);
    assert.equal(await page.locator('#search-results img, #search-results script').count(), 0);
  }
  assert.equal((await search(page, 'S^2FT')).length, 1);
  // The first hits may be there before the others, their number not.
  assert.match((await page.getByRole('status').textContent())!, /^1 paper\b/);
  assert.equal((await page.locator('#search-results math').count()) > 0, true);
  await page.close();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing wrong with results, an empty list, the panel and the keys, in ${colorScheme}`, async () => {
    const page = await open('search/?q=s2ft', { colorScheme });
    await final(page);
    const found = [await faults(page)];
    await search(page, 'photosynthesis');
    found.push(await faults(page));
    await page.goto(`${site.url}topics/`);
    await page.keyboard.press('/');
    // More than the panel holds: its list scrolls.
    await page.keyboard.insertText('circuits');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    found.push(await faults(page));
    await page.close();
    assert.deepEqual(found.flat(), []);
  });

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
