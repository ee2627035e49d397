import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import { siteInBrowser } from '../harness/site-in-browser.ts';
import { PAGE_TYPES, type PageType } from './page-types.ts';

const TYPES = Object.keys(PAGE_TYPES) as PageType[];
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

type Axe = typeof axe;

const site = siteInBrowser('nested');

for (const { colorScheme, width } of LOOKS) {
  test(`axe finds nothing, and nothing to review, in ${colorScheme} at ${width} px`, async () => {
    const page = await site.newPage({ colorScheme, viewport: { width, height: 900 } });
    const found: string[] = [];
    for (const type of TYPES) {
      await page.goto(site.url + PAGE_TYPES[type]);
      // The search page has found out what it shows.
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
      await page.evaluate(axe.source);
      const faults = await page.evaluate(findFaults);
      found.push(...faults.map((fault) => `${type}: ${fault}`));
    }
    await page.close();
    assert.deepEqual(found, []);
  });
}

/** Runs in the page: what axe finds wrong, and what it leaves for a person to judge. */
async function findFaults(): Promise<string[]> {
  for (const details of document.querySelectorAll('details')) {
    details.removeAttribute('name');
    details.open = true;
  }
  const { violations, incomplete } = await (window as unknown as { axe: Axe }).axe.run(document, {
    resultTypes: ['violations', 'incomplete'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes
      // A formula's letters are no letters to axe; their colour is that of the text around them.
      .filter(
        ({ target }) =>
          id !== 'color-contrast' || !document.querySelector(String(target))?.closest('math'),
      )
      .map((node) => `${id}: ${node.target.join(' ')}: ${node.any[0]?.message ?? ''}`),
  );
}
