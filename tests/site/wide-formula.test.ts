import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { siteInBrowser } from '../harness/site-in-browser.ts';
import { findOverflow } from './page-checks.ts';

const site = siteInBrowser('hostile');

test('a formula that no line of a phone holds scrolls by itself, by keyboard too', async () => {
  const records = JSON.parse(readFileSync(path.join(site.dist, 'api/papers.json'), 'utf8'));
  const { id } = records.find(({ source }: { source: { abstract: string } }) =>
    source.abstract.startsWith('A formula that no line of a phone holds'),
  );
  const page = await site.open(`papers/${id}/`, { viewport: { width: 320, height: 640 } });
  assert.deepEqual(await page.evaluate(findOverflow), []);
  const formulas = page.locator('h1 .scrolls, .restored .scrolls');
  assert.equal(await formulas.count(), 3);
  for (const formula of await formulas.all()) {
    assert.ok(await formula.evaluate((box) => box.scrollWidth > box.clientWidth));
    await formula.focus();
    assert.ok(await formula.evaluate((box) => box === document.activeElement));
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((box) => box!.scrollLeft > 0, await formula.elementHandle());
  }
  await page.close();
});

test('no page of a hostile dump is wider than a phone', async () => {
  const page = await site.newPage({ viewport: { width: 320, height: 640 } });
  const records = JSON.parse(readFileSync(path.join(site.dist, 'api/papers.json'), 'utf8'));
  const wide: string[] = [];
  for (const { id } of records as { id: string }[]) {
    await page.goto(`${site.url}papers/${id}/`, { waitUntil: 'domcontentloaded' });
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    if (isWide) wide.push(id);
  }
  await page.close();
  assert.deepEqual(wide, []);
});
