import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { siteInBrowser } from '../harness/site-in-browser.ts';
import { faultsOfPages } from './each-page.ts';
import { findUnevenRows } from './page-checks.ts';
import { PAGE_TYPES } from './page-types.ts';

const site = siteInBrowser('nested');
const FORCED = { forcedColors: 'active' } as const;

test('in forced colours a mark shows when its reason opens, and only then', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await site.open(PAGE_TYPES.paper, { ...FORCED, colorScheme });
    for (const mark of ['.restored .e1', '.paper-head .e1']) {
      const look = () => lookOf(page, mark);
      const closed = await look();
      assert.equal(closed.background, await colorOf(page, 'Canvas'), mark);
      await page.locator('.reason-1 summary').click();
      assert.notEqual((await look()).background, closed.background, mark);
      assert.notEqual((await look()).background, (await look()).color, mark);
      assert.equal((await look()).line, 'none', 'no stroke through the letters');
      await page.locator('.reason-1 summary').click();
    }
    await page.close();
  }
});

test('in forced colours the page that one is on, and what is pressed, are told by a line', async () => {
  const page = await site.open(PAGE_TYPES.sense, FORCED);
  for (const current of ['.senses [aria-current]', '.masthead-places [aria-current]'])
    assert.equal((await lookOf(page, current)).underline, '2px', current);
  const button = page.locator('[data-keep]');
  const before = await lookOf(page, '[data-keep]');
  await button.click();
  assert.notEqual((await lookOf(page, '[data-keep]')).background, before.background);
  await page.keyboard.press('/');
  await page.keyboard.insertText('lookup');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.notEqual((await lookOf(page, '[aria-selected=true]')).outline, 'none');
  await page.close();
});

test('in forced colours no text, chart or dot has the colour of the paper', async () => {
  const faults = await faultsOfPages(site, FORCED, (page) =>
    page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      const parts =
        'main :is(p, a, h1, h2, h3, summary, code, td, th, label, mi, mo), rect, circle, .dot';
      return [...document.querySelectorAll(parts)]
        .filter((part) => part.checkVisibility())
        .filter((part) => {
          const { color, fill, borderColor, backgroundColor } = getComputedStyle(part);
          const isDrawn = part instanceof SVGElement;
          const ink = isDrawn ? fill : part.matches('.dot') ? borderColor : color;
          return (
            ink === (backgroundColor === 'rgba(0, 0, 0, 0)' || isDrawn ? paper : backgroundColor)
          );
        })
        .map((part) => `${part.localName}.${part.getAttribute('class')}`);
    }),
  );
  assert.deepEqual(faults, []);
});

test('nothing moves for a reader who wants less motion', async () => {
  const faults = await faultsOfPages(site, { reducedMotion: 'reduce' }, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return (
            transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth'
          );
        })
        .map((element) => `${element.localName} moves`),
    ),
  );
  assert.deepEqual(faults, []);
  const page = await site.open('', { reducedMotion: 'reduce' });
  await page.evaluate(() => {
    addEventListener('pageswap', (event) => {
      sessionStorage.setItem(
        'faded',
        String((event as { viewTransition?: unknown }).viewTransition),
      );
    });
  });
  await page.locator('.entry-title a').first().click();
  await page.waitForURL(/papers\//);
  assert.equal(await page.evaluate(() => sessionStorage.getItem('faded')), 'null');
  await page.close();
});

// WebKit alone hangs punctuation, so the style sheet is read, not the page.
test('no bracket of a formula hangs out of its place', () => {
  const sheets = globSync(path.join(site.dist, '_astro/*.css'));
  const css = sheets.map((sheet) => readFileSync(sheet, 'utf8')).join('');
  assert.match(css, /hanging-punctuation:first last/);
  assert.match(css, /[}]math\{[^}]*hanging-punctuation:none/);
});

test('every formula has a name in the accessibility tree', async () => {
  let formulas = 0;
  const faults = await faultsOfPages(site, {}, async (page) => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const math = nodes.filter(({ role, ignored }) => role?.value === 'MathMLMath' && !ignored);
    formulas += math.length;
    const onPage = await page.locator('math:visible').count();
    const unnamed = math.filter(({ name }) => !String(name?.value ?? '').trim());
    await session.detach();
    return [
      ...unnamed.map(() => 'a formula without a name'),
      ...(math.length >= onPage ? [] : [`${onPage} formulae, ${math.length} in the tree`]),
    ];
  });
  assert.deepEqual(faults, []);
  assert.ok(formulas > 10);
});

test('no dot or bar of a picture is cut off at the edge of it', async () => {
  const faults = await faultsOfPages(site, {}, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<SVGGraphicsElement>('svg :is(circle, rect)')]
        .filter((part) => {
          const frame = part.ownerSVGElement!;
          if (getComputedStyle(frame).overflow === 'visible') return false;
          const [inner, outer] = [part.getBoundingClientRect(), frame.getBoundingClientRect()];
          return inner.left < outer.left - 0.5 || inner.right > outer.right + 0.5;
        })
        .map((part) => `${part.localName} at ${part.getBoundingClientRect().left}`),
    ),
  );
  assert.deepEqual(faults, []);
});

for (const width of [360, 1280])
  test(`at ${width} px a name and its number stand on one line of letters`, async () => {
    const options = { viewport: { width, height: 800 } };
    assert.deepEqual(
      await faultsOfPages(site, options, (page) => page.evaluate(findUnevenRows)),
      [],
    );
  });

test('on a phone the place that one is in is underlined clear of the search box', async () => {
  const page = await site.open(PAGE_TYPES.topics, { viewport: { width: 360, height: 800 } });
  const current = await page.locator('.masthead-places [aria-current]').boundingBox();
  const box = await page.locator('.masthead input').boundingBox();
  assert.ok(box!.y - (current!.y + current!.height) >= 4);
  await page.close();
});

test('every box that can be ticked has the colour of the site', async () => {
  const page = await site.open('subscribe/');
  const color = (selector: string, property: 'accentColor' | 'color') =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element)[name], property);
  assert.equal(
    await color('.choice input', 'accentColor'),
    await color('main .address a', 'color'),
  );
  await page.close();
});

test('every button has the letters of the interface, set where the font puts them', async () => {
  const faults = await faultsOfPages(site, {}, (page) =>
    page.evaluate(() => {
      const { fontFamily, textRendering } = getComputedStyle(document.body);
      return [...document.querySelectorAll('button, input')]
        .filter((control) => {
          const own = getComputedStyle(control);
          return own.fontFamily !== fontFamily || own.textRendering !== textRendering;
        })
        .concat(textRendering === 'geometricprecision' ? [] : [document.body])
        .map((control) => `${control.localName} “${control.textContent!.trim()}”`);
    }),
  );
  assert.deepEqual(faults, []);
});

test('a digest and a long page begin with what they hold, where no margin is beside them', async () => {
  for (const [width, isBeside] of [
    [360, false],
    [768, false],
    [1280, true],
  ] as const)
    for (const type of ['digest', 'about'] as const) {
      const page = await site.open(PAGE_TYPES[type], { viewport: { width, height: 800 } });
      const contents = (await page.locator('.contents').boundingBox())!;
      const text = (await page.locator('.columns > :not(.margin)').boundingBox())!;
      const place = isBeside ? contents.x - (text.x + text.width) : text.y - contents.y;
      assert.ok(place > 0 && contents.y < 800, `${type} at ${width} px: ${contents.y}`);
      await page.close();
    }
});

test('a topic can be followed where its page begins', async () => {
  const page = await site.open(PAGE_TYPES.topic, { viewport: { width: 360, height: 640 } });
  const follow = (await page.locator('[data-keep=followed]').boundingBox())!;
  assert.ok(follow.y + follow.height < 640, `${follow.y}`);
  await page.close();
});

for (const width of [640, 768, 1000])
  test(`at ${width} px the search box ends where the list under it does`, async () => {
    const page = await site.open('', { viewport: { width, height: 800 } });
    const edge = async (selector: string) => {
      const { x, width: held } = (await page.locator(selector).first().boundingBox())!;
      return x + held;
    };
    assert.equal(await edge('.opening .search-box'), await edge('.entries'));
    await page.goto(`${site.url}search/?q=quantum`);
    await page.locator('#search-results li').first().waitFor();
    assert.equal(await edge('.opening .search-box'), await edge('#search-results'));
    await page.goto(site.url + PAGE_TYPES['paper with math']);
    assert.equal(await edge('.abstract-switch'), await edge('.abstract .restored'));
    await page.close();
  });

/** The computed look of the first such element. */
function lookOf(page: Page, selector: string) {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const style = getComputedStyle(element);
      return {
        background: style.backgroundColor,
        color: style.color,
        line: style.textDecorationLine,
        underline: style.borderBottomWidth,
        outline: style.outlineStyle,
      };
    });
}

/** What a system colour is in this browser, as computed styles say it. */
function colorOf(page: Page, name: string): Promise<string> {
  return page.evaluate((color) => {
    const probe = document.createElement('span');
    document.body.append(probe);
    probe.style.color = color;
    const computed = getComputedStyle(probe).color;
    probe.remove();
    return computed;
  }, name);
}
