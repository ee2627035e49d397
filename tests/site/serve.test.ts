import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/browser.ts';
import { serveSite, type ServedSite } from '../harness/built-site.ts';

let browser: Browser;
let site: ServedSite;
before(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite('nested')]);
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

test('the home page stands below the base path and names its papers', async () => {
  const page = await browser.newPage();
  const response = await page.goto(site.url);
  assert.equal(response?.status(), 200);
  assert.ok((await page.locator(`a[href^="${site.base}papers/"]`).count()) > 0);
});

test('an address that does not exist answers 404', async () => {
  const page = await browser.newPage();
  const response = await page.goto(`${site.url}no-such-page/`);
  assert.equal(response?.status(), 404);
});
