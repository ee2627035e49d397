import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/harness/browser.ts';
import { serveSite, type ServedSite } from '../tests/harness/built-site.ts';
import { runScript } from './run-script.ts';

const USAGE = `Usage: node scripts/screenshots.ts [--all FOLDER [--only PAGE]… [--widths 360,1280]
       [--schemes light,dark] [--fold]]

Takes the picture of the README. With --all it takes every page type at every width in light and
dark, to look at; --fold takes only what is seen before anybody scrolls.`;

const PAGES: Record<string, string> = {
  home: '',
  papers: 'papers/',
  paper: 'papers/transcoders-find-interpretable-llm-feature-circuits/',
  math: 'papers/s2ft-efficient-scalable-and-generalizable-llm-fine-tuning-by-structured-sparsity/',
  topics: 'topics/',
  topic: 'topics/circuits/',
  digests: 'digests/',
  digest: 'digests/2025-03-14/',
  search: 'search/?q=quantum',
  subscribe: 'subscribe/',
  about: 'about/',
  saved: 'saved/',
  missing: '404.html',
};
const README_IMAGE = 'docs/screenshot.png';
const SIZE = { width: 1280, height: 800 };
const SHARPNESS = 1.5;

await runScript(USAGE, takePictures);

async function takePictures(): Promise<void> {
  const choice = readChoice();
  const site = await serveSite('shipped');
  const browser = await launchBrowser();
  try {
    await (choice.all === undefined
      ? takeReadmeImage(browser, site)
      : takeAll(browser, site, { ...choice, folder: choice.all }));
  } finally {
    await browser.close();
    await site.stop();
  }
}

function readChoice() {
  const { values } = parseArgs({
    options: {
      all: { type: 'string' },
      only: { type: 'string', multiple: true, default: Object.keys(PAGES) },
      widths: { type: 'string', default: '360,768,1280,1600' },
      schemes: { type: 'string', default: 'light,dark' },
      fold: { type: 'boolean', default: false },
    },
  });
  return values;
}

/** A paper with the reasons of a topic open: light on the left, dark on the right of a slant. */
async function takeReadmeImage(on: Browser, { url }: ServedSite): Promise<void> {
  const pictures: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await on.newPage({ colorScheme, viewport: SIZE, deviceScaleFactor: SHARPNESS });
    await page.goto(url + PAGES['paper']);
    await page.locator('.reason summary').first().click();
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.fonts.ready);
    pictures.push((await page.screenshot()).toString('base64'));
    await page.close();
  }
  const [light, dark] = pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`);
  const page = await on.newPage({ viewport: SIZE, deviceScaleFactor: SHARPNESS });
  await page.setContent(`<style>body{margin:0}img{position:absolute;width:100%}
    img+img{clip-path:polygon(62% 0,100% 0,100% 100%,46% 100%)}</style>${light}${dark}`);
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  await page.screenshot({ path: README_IMAGE });
}

async function takeAll(
  on: Browser,
  { url }: ServedSite,
  { folder, only, widths, schemes, fold }: ReturnType<typeof readChoice> & { folder: string },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const scheme of schemes.split(',') as ('light' | 'dark')[]) {
    const page = await on.newPage({ colorScheme: scheme });
    for (const width of widths.split(',').map(Number)) {
      await page.setViewportSize({ width, height: 900 });
      for (const name of only) {
        await page.goto(url + (PAGES[name] ?? name));
        await page.evaluate(() => document.fonts.ready);
        await page.waitForFunction(
          () => !document.querySelector('#search-results[aria-busy=true]'),
        );
        const file = `${name.replaceAll('/', '_')}-${width}-${scheme}.png`;
        await page.screenshot({ path: path.join(folder, file), fullPage: !fold });
      }
    }
    await page.close();
  }
}
