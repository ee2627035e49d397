import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { serveFiles, type CountingServer } from '../../scripts/bench/search/serve-files.ts';
import { launchBrowser } from '../harness/browser.ts';
import { buildSite } from '../harness/built-site.ts';
import { firstVisit } from '../harness/first-visit.ts';
import { heaviestPaper } from '../harness/heaviest-paper.ts';
import { PAGE_TYPES, type PageType } from './page-types.ts';

/** What a first visit to a paper may load, compressed, all in. */
const MOST = { script: 4_000, withoutMath: 30_000, withMath: 90_000 };
const LOOKS: [width: number, types: PageType[]][] = [
  [360, Object.keys(PAGE_TYPES) as PageType[]],
  [1280, ['home', 'paper', 'paper with math', 'saved']],
];

let browser: Browser;
let dist: string;
let server: CountingServer;
before(async () => {
  [browser, dist] = await Promise.all([launchBrowser(), buildSite('shipped')]);
  server = await serveFiles(new Map(), dist);
});
after(async () => {
  await browser?.close();
  server?.stop();
});

const PAPERS = {
  'without mathematics': { withMath: false },
  'with strong words': { withMath: false, markup: '<strong>' },
  'with mathematics': { withMath: true },
};

for (const [name, wanted] of Object.entries(PAPERS))
  test(`the heaviest paper ${name} is light`, async () => {
    const { withMath } = wanted;
    const url = `${server.url}/${heaviestPaper(dist, wanted)}`;
    const { total, bytes } = await firstVisit(browser, url);
    assert.ok(total <= (withMath ? MOST.withMath : MOST.withoutMath), `${total} bytes`);
    assert.ok(bytes['script']! <= MOST.script, `${bytes['script']} bytes of script`);
  });

test('nothing moves while a page loads, its fonts late', async () => {
  const moved: string[] = [];
  for (const [width, types] of LOOKS)
    for (const type of types) {
      const url = `${server.url}/${PAGE_TYPES[type]}`;
      const { layoutShift } = await firstVisit(browser, url, { viewport: { width, height: 800 } });
      if (layoutShift > 0) moved.push(`${type} at ${width} px: ${layoutShift}`);
    }
  assert.deepEqual(moved, []);
});
