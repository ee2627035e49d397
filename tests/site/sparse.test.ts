import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { addressOf } from '../harness/page-address.ts';
import { siteInBrowser } from '../harness/site-in-browser.ts';

const site = siteInBrowser('sparse');

test('where no paper stands on a topic, no page counts, offers or heads topics that are not there', async () => {
  const page = await site.newPage({ javaScriptEnabled: false });
  const faults: string[] = [];
  for (const file of globSync('**/*.html', { cwd: site.dist })) {
    const address = addressOf(file);
    await page.goto(site.url + address, { waitUntil: 'domcontentloaded' });
    const main = (await page.locator('main').textContent()) ?? '';
    if (/\b0 topics\b|by topic|one topic\./.test(main) && address !== 'subscribe/')
      faults.push(`${address}: ${main.match(/.{20}(?:0 topics|by topic|one topic\.)/s)}`);
    const empty = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(h2, h3, ul, ol)')]
        .filter((part) => part.checkVisibility())
        .filter((part) =>
          /^h/i.test(part.localName)
            ? !(part.parentElement!.textContent ?? '').replace(part.textContent ?? '', '').trim()
            : part.children.length === 0 && !part.matches('[aria-busy]'),
        )
        .map((part) => part.outerHTML.slice(0, 60)),
    );
    faults.push(...empty.map((part) => `${address}: ${part} has nothing`));
  }
  await page.close();
  assert.deepEqual(faults, []);
});

test('authors whose names run to the left stand in their order', async () => {
  const page = await site.open('papers/a-short-note-on-soil/');
  const [first, second] = await page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('.paper-authors')!,
      NodeFilter.SHOW_TEXT,
    );
    const places = new Map<string, number>();
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const name of ['משה', 'דוד']) {
        const at = node.nodeValue!.indexOf(name);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + name.length);
        places.set(name, range.getBoundingClientRect().left);
      }
    return [places.get('משה')!, places.get('דוד')!];
  });
  assert.ok(first! < second!, `${first}, then ${second}`);
  await page.close();
});

test('the days of a paper are parted as in a sentence', async () => {
  const page = await site.open('papers/a-short-note-on-soil/');
  const facts = await page.locator('.paper-head .facts').innerText();
  assert.equal(facts, 'In the digest of 5 January 2025; pasted again on 6 January 2025');
  await page.close();
});

test('a paper on no topic says so, and asks for no reasons', async () => {
  const page = await site.open('papers/a-short-note-on-soil/');
  assert.match(await page.locator('.reasons').innerText(), /^no topic\s+Nothing in it speaks/i);
  await page.close();
});

test('of very many authors the first are shown, the others at a click', async () => {
  const page = await site.open('papers/a-short-note-on-soil/', { javaScriptEnabled: false });
  const names = page.locator('.paper-authors bdi');
  const visible = () => names.evaluateAll((all) => all.filter((one) => one.checkVisibility()));
  assert.equal(await names.count(), 22);
  assert.equal((await visible()).length, 12);
  await page.getByText('and 10 more authors').click();
  assert.equal((await visible()).length, 22);
  await page.close();
});

test('on paper there are all of them', async () => {
  const page = await site.open('papers/a-short-note-on-soil/');
  await page.emulateMedia({ media: 'print' });
  const names = page.locator('.paper-authors bdi');
  const visible = await names.evaluateAll((all) => all.filter((one) => one.checkVisibility()));
  assert.equal(visible.length, 22);
  assert.ok(!(await page.getByText('and 10 more authors').isVisible()));
  await page.close();
});
