import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { addressOf } from '../harness/page-address.ts';
import { siteInBrowser, watchPage } from '../harness/site-in-browser.ts';

/** How many hostile paper pages are read word for word. */
const PAYLOADS_IN_VIEW = 12;
/** How many pages are read at a time. */
const READERS = 4;
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

const site = siteInBrowser('hostile');

interface Watched {
  page: Page;
  faults: string[];
}

/** A page that records every script that ran, request that left, violation and error. */
async function watchedPage(): Promise<Watched> {
  const page = await site.newPage();
  return { page, faults: watchPage(page, site.url) };
}

function pagePaths(pattern: string): string[] {
  return globSync(pattern, { cwd: site.dist }).map(addressOf).sort();
}

test('no page of a hostile dump runs a script, asks another host or links to another scheme', async () => {
  const paths = pagePaths('**/*.html').filter((name) => name !== '404.html');
  assert.ok(paths.length > 150, `only ${paths.length} pages`);
  const schemes = new Set<string>();
  const readers = await Promise.all(Array.from({ length: READERS }, watchedPage));
  await Promise.all(
    readers.map(async ({ page }, reader) => {
      for (const name of paths.filter((_, index) => index % READERS === reader))
        await readPage(page, name, schemes);
    }),
  );
  assert.deepEqual(
    readers.flatMap(({ faults }) => faults),
    [],
  );
  assert.deepEqual(
    [...schemes].filter((scheme) => !SAFE_SCHEMES.has(scheme)),
    [],
  );
});

/** Opens a page, checks that nothing of the dump became markup, and notes its links' schemes. */
async function readPage(page: Page, name: string, schemes: Set<string>): Promise<void> {
  await page.goto(site.url + name, { waitUntil: 'load' });
  const found = await page.evaluate(() => ({
    hit: '__offprintHit' in window,
    schemes: [...document.querySelectorAll('a[href], area[href]')].map(
      (a) => (a as HTMLAnchorElement).protocol,
    ),
    inline: document.querySelectorAll(
      'script:not([src]):not([type="application/ld+json"]), [style], iframe, object, embed, base',
    ).length,
  }));
  assert.equal(found.hit, false, `a script ran on ${name}`);
  assert.equal(found.inline, 0, `an inline script or style, or an embedded page, on ${name}`);
  for (const scheme of found.schemes) schemes.add(scheme);
}

test('a hostile title and abstract are seen as they were pasted', async () => {
  const { page } = await watchedPage();
  const records = JSON.parse(readFileSync(path.join(site.dist, 'api/papers.json'), 'utf8'));
  const rows = records.filter((record: { source: { title: string; abstract: string } }) =>
    /<(script|img|iframe)/.test(record.source.title + record.source.abstract),
  );
  assert.ok(rows.length >= 5);
  for (const record of rows.slice(0, PAYLOADS_IN_VIEW)) {
    await page.goto(`${site.url}papers/${record.id}/`);
    const heading = await page.locator('h1').innerText();
    assert.equal(folded(heading), folded(record.titleText));
    // What a reader sees, not what is there: text that a style hides would be lost.
    const abstract = await page.locator('.abstract > .text').innerText();
    assert.equal(folded(abstract), folded(record.abstractText), `abstract of ${record.id}`);
  }
});

test('a title that runs to the left does so wherever it is linked', async () => {
  const page = await site.newPage();
  const toLeft = /[\u0590-\u06ff]/u;
  const faults: string[] = [];
  let links = 0;
  for (const name of pagePaths('papers/*/index.html')) {
    const html = readFileSync(path.join(site.dist, name, 'index.html'), 'utf8');
    if (!toLeft.test(html)) continue;
    await page.goto(site.url + name, { waitUntil: 'domcontentloaded' });
    const found = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main a, main .pasted p')].flatMap((part) => {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (/^\s*[\u0590-\u06ff]/u.test(node.nodeValue!))
            return [
              { text: node.nodeValue!, flow: getComputedStyle(node.parentElement!).direction },
            ];
        return [];
      }),
    );
    links += found.length;
    faults.push(
      ...found.filter(({ flow }) => flow !== 'rtl').map(({ text }) => `${name}: ${text}`),
    );
  }
  await page.close();
  assert.ok(links > 0);
  assert.deepEqual(faults, []);
});

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

test('every formula of every page has a name, that of the feed preview too', () => {
  const unnamed = pagePaths('**/*.html').filter((name) => {
    const file = name.endsWith('.html') ? name : `${name}index.html`;
    const html = readFileSync(path.join(site.dist, file), 'utf8');
    return /<math(?![^>]* aria-label="[^"])/.test(html.replace(/ content="[^"]*"/g, ''));
  });
  assert.deepEqual(unnamed, []);
});

test('ids are distinct and safe on every file system', () => {
  const ids = pagePaths('papers/*/index.html').map((name) => name.split('/')[1]!);
  assert.equal(new Set(ids.map((id) => id.toLowerCase())).size, ids.length);
  for (const id of ids) {
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(id.length <= 80);
    assert.doesNotMatch(id, /^(con|nul|aux|prn|com\d|lpt\d|index)$/);
  }
});

test('every feed and sitemap is well-formed XML, every JSON file parses', async () => {
  const page = await site.newPage(); // about:blank: its own policy would refuse the parser
  for (const name of pagePaths('**/*.xml')) {
    const xml = readFileSync(path.join(site.dist, name), 'utf8');
    const fault = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      return parsed.querySelector('parsererror')?.textContent ?? '';
    }, xml);
    assert.equal(fault, '', name);
  }
  for (const name of pagePaths('**/*.json')) {
    JSON.parse(readFileSync(path.join(site.dist, name), 'utf8'));
  }
});

test('digests are narrowed down by days, newest first, whatever the address asks for', async () => {
  const { page, faults } = await watchedPage();
  await page.goto(`${site.url}search/?q=circuit&digest=2024-13-41&digest=%3Cb%3E`);
  await page.locator('#search-results[aria-busy="false"]').waitFor({ state: 'attached' });
  const labels = await page
    .locator('label:has([name=digest]) > span:first-of-type')
    .allInnerTexts();
  assert.deepEqual(labels, ['<b>', '2 Jan 2025', '1 Jan 2025', '2024-13-41']);
  assert.deepEqual(faults, []);
});

test('searching for markup finds papers and runs nothing', async () => {
  const { page, faults } = await watchedPage();
  for (const query of [
    '<script>',
    '"><svg onload',
    '__proto__',
    'constructor',
    '{{',
    '\\',
    '"',
    '-',
    'a'.repeat(2000),
  ]) {
    await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
    await page.locator('#search-results[aria-busy="false"]').waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => '__offprintHit' in window), false, query);
    // What has only just become an element may run later.
    const made = page.locator('#search-results :is(script, img, svg, iframe, object, embed)');
    assert.equal(await made.count(), 0, query);
  }
  assert.deepEqual(faults, []);
});
