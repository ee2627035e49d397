import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { addressOf } from '../harness/page-address.ts';
import { siteInBrowser } from '../harness/site-in-browser.ts';
import { faultsOfPages, openAll } from './each-page.ts';
import { findOverflow, findOverlaps, findSmallTargets, shownText } from './page-checks.ts';
import type { PageType } from './page-types.ts';

const site = siteInBrowser('nested');
const WIDE = 1280;
/** The same page at 200 %, and at 400 %. */
const NARROW = [640, 320];
/** https://www.w3.org/TR/WCAG22/#text-spacing */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
  'p { margin-bottom: 2em !important }';

const at = (width: number) => ({ viewport: { width, height: 800 } });

test('zoomed to 200 and 400 %, pages say the same, and nothing is cut, covered or too small', async () => {
  const said = new Map<PageType, string>();
  await faultsOfPages(site, at(WIDE), async (page, type) => {
    said.set(type, await page.evaluate(shownText));
    return [];
  });
  for (const width of NARROW) {
    const faults = await faultsOfPages(site, at(width), async (page, type) => {
      const isSame = (await page.evaluate(shownText)) === said.get(type);
      const found = [...(await findLoss(page)), ...(await page.evaluate(findSmallTargets))];
      return isSame ? found : [...found, 'says something else'];
    });
    assert.deepEqual(faults, [], `at ${width} px`);
  }
});

for (const width of [320, WIDE])
  test(`at ${width} px text may be spaced as a reader needs it`, async () => {
    const faults = await faultsOfPages(site, at(width), async (page) => {
      await page.evaluate((css) => {
        // A sheet made by script: the policy of the pages refuses a style element.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
      }, SPACING);
      return findLoss(page);
    });
    assert.deepEqual(faults, []);
  });

test('on paper there is no navigation, nothing is cut, and ink is black on white', async () => {
  const faults = await faultsOfPages(site, { ...at(700), colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const inked = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      const shown = [...document.querySelectorAll('button, input, [aria-label="Site"], .paging')]
        .filter((element) => element.checkVisibility())
        .map((element) => `${element.localName} is printed`);
      const pale = [...document.querySelectorAll('main a')].some(
        (link) => !/^rgb\(|oklch\(0?\.?[0-4]|^oklch\(0/.test(getComputedStyle(link).color),
      );
      return [...shown, ...(pale ? ['pale link'] : []), `${color} on ${backgroundColor}`];
    });
    return [
      ...inked.filter((fault) => fault !== 'rgb(0, 0, 0) on rgb(255, 255, 255)'),
      ...(await findLoss(page)),
    ];
  });
  assert.deepEqual(faults, []);
});

test('on a phone the repairs of every paper are in view, their links large enough', async () => {
  const page = await site.newPage(at(320));
  const faults: string[] = [];
  for (const file of globSync('papers/*/index.html', { cwd: site.dist })) {
    const address = addressOf(file);
    await page.goto(site.url + address, { waitUntil: 'load' });
    await page.evaluate(openAll);
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll('.repairs-table')]
        .filter((table) => table.scrollWidth > table.clientWidth)
        .map((table) => `a table of ${table.scrollWidth} px`),
    );
    const found = [...hidden, ...(await page.evaluate(findSmallTargets))];
    faults.push(...found.map((fault) => `${address}: ${fault}`));
  }
  await page.close();
  assert.deepEqual(faults, []);
});

async function findLoss(page: Page): Promise<string[]> {
  return [...(await page.evaluate(findOverflow)), ...(await page.evaluate(findOverlaps))];
}
