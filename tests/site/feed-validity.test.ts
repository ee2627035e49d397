import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser.ts';
import { buildSite, SITES, SITE_URL, type SiteName } from '../harness/built-site.ts';

let browser: Browser;
let page: Page;
before(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
after(() => browser?.close());

interface FeedFacts {
  /** What the strict XML parser of the browser says; empty when the document is well-formed. */
  error: string;
  self: string | undefined;
  ids: string[];
  links: string[];
  dates: string[];
  missing: string[];
  /** Elements and attributes in bodies, as `math mi@mathvariant`. */
  markup: string[];
}

/** What the W3C's validator lets pass without a warning in the body of an item. */
const HTML = 'a a@href code details em li ol p strong sub summary sup ul div';
const MATHML =
  'math mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow mspace msqrt mstyle msub ' +
  'msubsup msup mtable mtd mtext mtr munder munderover none merror mprescripts';
const MATHML_ATTRIBUTES =
  'columnalign columnlines columnspacing depth display displaystyle fence height linethickness ' +
  'lspace mathvariant maxsize minsize rowalign rowlines rowspacing rspace scriptlevel separator ' +
  'stretchy width';

/** Reads a feed with the browser's XML parser, and its HTML bodies with its HTML parser. */
function readFeed(text: string): Promise<FeedFacts> {
  return page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'text/xml');
    const all = (names: string) => [...feed.querySelectorAll(names)];
    const items = all('item, entry');
    const needed = feed.querySelector('rss')
      ? ['title', 'link', 'guid', 'pubDate', 'description', 'encoded']
      : ['title', 'link', 'id', 'published', 'updated', 'summary', 'content'];
    const channel = feed.querySelector('channel, feed')!;
    const head = feed.querySelector('rss')
      ? ['title', 'link', 'description', 'language', 'lastBuildDate']
      : ['title', 'id', 'updated', 'author', 'subtitle'];
    const bodies = all('encoded').map(
      (body) => new DOMParser().parseFromString(body.textContent, 'text/html').body as Element,
    );
    const markup = new Set<string>();
    for (const body of [...bodies, ...all('content > div')]) {
      for (const element of body.querySelectorAll('*')) {
        const isMath = element.namespaceURI!.endsWith('MathML');
        const name = `${isMath ? 'math ' : ''}${element.localName}`;
        markup.add(name);
        for (const { name: attribute } of element.attributes) {
          if (attribute !== 'xmlns') markup.add(`${name}@${attribute}`);
        }
      }
    }
    return {
      error: feed.querySelector('parsererror')?.textContent ?? '',
      self: all('[rel=self]')[0]?.getAttribute('href') ?? undefined,
      ids: items.map((item) => item.querySelector('guid, id')?.textContent ?? ''),
      links: items.map((item) => {
        const link = item.querySelector('link')!;
        return link.getAttribute('href') ?? link.textContent;
      }),
      dates: items.map((item) => item.querySelector('pubDate, updated')?.textContent ?? ''),
      missing: [
        ...head.filter((name) => ![...channel.children].some((child) => child.localName === name)),
        ...items.flatMap((item) =>
          needed.filter((name) => ![...item.children].some((child) => child.localName === name)),
        ),
      ],
      markup: [...markup],
    };
  }, text);
}

function isAllowed(markup: string): boolean {
  if (!markup.startsWith('math ')) return HTML.split(' ').includes(markup);
  const [name, attribute] = markup.slice('math '.length).split('@');
  return (
    MATHML.split(' ').includes(name!) &&
    (!attribute || MATHML_ATTRIBUTES.split(' ').includes(attribute))
  );
}

for (const name of ['nested', 'hostile'] as const satisfies SiteName[]) {
  test(`every feed of the ${name} site is what a strict validator wants`, async () => {
    const dist = await buildSite(name);
    const root = `${SITE_URL}${SITES[name].base}`;
    const files = globSync('**/{rss,atom}.xml', { cwd: dist });
    assert.ok(files.length > 10);
    for (const file of files) {
      const text = readFileSync(path.join(dist, file), 'utf8');
      const facts = await readFeed(text);
      assert.equal(facts.error, '', file);
      // Its own address; at the old address of a renamed topic, the new one.
      const self = facts.self ?? '';
      assert.ok(self.startsWith(root), file);
      assert.equal(readFileSync(path.join(dist, self.slice(root.length)), 'utf8'), text);
      // Archives do without bodies.
      const body = file.includes('archive') ? ['encoded', 'content'] : [];
      assert.deepEqual(
        facts.missing.filter((name) => !body.includes(name)),
        [],
        file,
      );
      for (const list of [facts.ids, facts.links, facts.dates]) {
        assert.equal(new Set(list).size, list.length, `${file}: something twice`);
      }
      assert.ok(facts.ids.every((id) => /^tag:[a-z0-9.-]+,\d{4}[\d-]*:[\w/.-]+$/.test(id)));
      assert.ok(facts.links.every((link) => link.startsWith(root)));
      const moments = facts.dates.map((date) => Date.parse(date));
      assert.deepEqual(
        moments.toSorted((a, b) => b - a),
        moments,
      );
      const unknown = facts.markup.filter((each) => !isAllowed(each));
      assert.deepEqual(unknown, [], file);
    }
  });
}

test('bodies are the same in every format: formulas as MathML, with a text reading', async () => {
  const dist = await buildSite('nested');
  const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
  const rss = parseRssFeed(read('rss.xml')).items!.map(({ content }) => content?.encoded);
  const json = parseJsonFeed(read('feed.json')).items!.map(({ content_html }) => content_html);
  assert.deepEqual(rss, json);
  const atom = read('atom.xml');
  for (const body of json) assert.ok(atom.includes(body!), body);
  const withMath = json.filter((body) => body!.includes('<math xmlns='));
  assert.ok(withMath.length > 0);
  for (const body of withMath) assert.match(body!, /<summary>Without formulas<\/summary><p>[^<]/);
});
