import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { toFeedItem } from '../../../src/site/feeds/feed-item.ts';
import { makeChannels } from '../../../src/site/feeds/channels.ts';
import { feedPages } from '../../../src/site/feeds/feed-pages.ts';
import { toAtom } from '../../../src/site/feeds/to-atom.ts';
import { toJsonFeed } from '../../../src/site/feeds/to-json-feed.ts';
import { toRss } from '../../../src/site/feeds/to-rss.ts';
import { makeSource } from './make-source.ts';

/** What a title or an abstract may hold, and how a reader must see it. */
const HOSTILE: readonly [string, string][] = [
  ['</title><script>alert(1)</script>', '</title><script>alert(1)</script>'],
  ['A ]]> B <![CDATA[ C', 'A ]]> B <![CDATA[ C'],
  ['AT&T &amp; &lt;b&gt; &#x41;', 'AT&T &amp; &lt;b&gt; &#x41;'],
  ['nul\u0000 bell\u0007 esc\u001b del\u007f nel\u0085', 'nul bell esc del nel'],
  ['lone \ud800 high and \udfff low', 'lone high and low'],
  ['non\ufffe characters\uffff \ufdd0', 'non characters'],
  ['line\rbreak\nand\ttab', 'line break and tab'],
  ['<!-- comment --> <?pi?> <!DOCTYPE x>', '<!-- comment --> <?pi?> <!DOCTYPE x>'],
  ['𝒪(n²) ≤ “quotes” 🙂', '𝒪(n²) ≤ “quotes” 🙂'],
  ['\u0000', 'fixed-id'],
];
/** What XML 1.0 allows: https://www.w3.org/TR/xml/#charsets */
const ONLY_XML = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

for (const [raw, seen] of HOSTILE) {
  test(`in every format: ${JSON.stringify(raw)}`, () => {
    const source = makeSource({ '2025-03-14': [{ title: 'Fixed', abstract: 'An abstract.' }] });
    const page = source.papers[0]!;
    const hostile = {
      ...source,
      papers: [
        {
          ...page,
          abstractHtml: `<em>${raw.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')}</em>`,
          paper: {
            ...page.paper,
            id: 'fixed-id',
            titleText: raw,
            abstractText: raw,
            authors: [raw],
          },
        },
      ],
    };
    const [feed] = feedPages(makeChannels(hostile)[0]!, hostile);
    const [rss, atom, json] = [toRss(feed!), toAtom(feed!), toJsonFeed(feed!)];
    for (const text of [rss, atom, JSON.stringify(JSON.parse(json))]) assert.match(text, ONLY_XML);
    const rssItem = parseRssFeed(rss).items![0]!;
    assert.equal(rssItem.title, seen);
    assert.equal(parseAtomFeed(atom).entries![0]!.title?.value, seen);
    assert.equal(parseJsonFeed(json).items![0]!.title, seen);
    assert.ok(!/<(script|!--|\?pi)/.test(rssItem.content?.encoded ?? ''));
  });
}

test('bodies keep formulas and links, and nothing that carries style or script', () => {
  const source = makeSource({ '2025-03-14': [{ title: 'Fixed', abstract: 'An abstract.' }] });
  const page = {
    ...source.papers[0]!,
    abstractHtml:
      '<mark class="e0">Rank</mark> <math class="katex" aria-label="x²"><semantics><msup><mi mathvariant="normal">x</mi>' +
      '<mn>2</mn></msup><annotation encoding="application/x-tex">x^{2}</annotation></semantics></math> ' +
      '<a href="javascript:alert(1)" onclick="x()">a</a> <a href="https://example.org/?a=1&#x26;b=2">b</a>' +
      '<script>alert(1)</script><img src="x">',
  };
  const { body } = toFeedItem(page, '2025-03-14T00:00:00Z', source);
  const html = body();
  assert.ok(
    html.startsWith(
      '<p>Rank <math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi mathvariant="normal">x</mi>' +
        '<mn>2</mn></msup></math> <a>a</a> <a href="https://example.org/?a=1&amp;b=2">b</a>alert(1)</p>' +
        '<details><summary>Without formulas</summary><p>An abstract.</p></details>',
    ),
    html,
  );
});
