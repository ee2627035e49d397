import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { makeChannels } from '../../../src/site/feeds/channels.ts';
import type { Channel, FeedPage, FeedSource } from '../../../src/site/feeds/feed.ts';
import { feedPages } from '../../../src/site/feeds/feed-pages.ts';
import { toAtom } from '../../../src/site/feeds/to-atom.ts';
import { toJsonFeed } from '../../../src/site/feeds/to-json-feed.ts';
import { toOpml } from '../../../src/site/feeds/to-opml.ts';
import { toRss } from '../../../src/site/feeds/to-rss.ts';
import { entries, makeSource } from './make-source.ts';

const LATER = '2025-03-15';
const DAY = '2025-03-14';

/** A feed as an independent parser reads it: what the three formats must agree on. */
function readBack(page: FeedPage) {
  const rss = parseRssFeed(toRss(page));
  const atom = parseAtomFeed(toAtom(page));
  const json = parseJsonFeed(toJsonFeed(page));
  return {
    rss: rss.items?.map((item) => ({
      id: item.guid?.value,
      url: item.link,
      title: item.title,
      date: new Date(item.pubDate ?? '').toISOString(),
      tags: item.categories?.map(({ name }) => name) ?? [],
      authors: item.dc?.creators ?? [],
    })),
    atom: atom.entries?.map((entry) => ({
      id: entry.id,
      url: entry.links?.[0]?.href,
      title: entry.title?.value,
      date: new Date(entry.published ?? '').toISOString(),
      tags: entry.categories?.map(({ label }) => label) ?? [],
      authors: entry.authors?.map(({ name }) => name) ?? [],
    })),
    json: json.items?.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      date: new Date(item.date_published ?? '').toISOString(),
      tags: item.tags ?? [],
      authors: item.authors?.map(({ name }) => name) ?? [],
    })),
  };
}

function channelAt(source: FeedSource, path: string): Channel {
  return makeChannels(source).find((channel) => channel.path === path)!;
}

function idsOf(source: FeedSource): string[] {
  return makeChannels(source).flatMap(({ id, items }) => [id].concat(items.map((item) => item.id)));
}

function datesOf(count: number): string[] {
  return channelAt(makeSource({ [DAY]: entries(count) }), '').items.map(({ date }) => date);
}

function pagesOf(source: FeedSource): FeedPage[] {
  return feedPages(channelAt(source, ''), source);
}

test('three formats, the same items, as an independent parser reads them', () => {
  const source = makeSource(
    { [DAY]: entries(3) },
    { metadata: { 'paper-number-1-on-circuits': { authors: ['Ada Lovelace', 'C. Babbage'] } } },
  );
  for (const channel of makeChannels(source)) {
    const [page] = feedPages(channel, source);
    const { rss, atom, json } = readBack(page!);
    assert.deepEqual(atom ?? [], rss ?? [], channel.path);
    assert.deepEqual(json ?? [], rss ?? [], channel.path);
  }
  const { rss } = readBack(feedPages(channelAt(source, ''), source)[0]!);
  assert.deepEqual(rss![0]!.authors, ['Ada Lovelace', 'C. Babbage']);
  assert.deepEqual(rss![0]!.tags, ['Circuits & gates']);
});

test('dates come from the data: distinct, the first paper the newest, unmoved by an addition', () => {
  const four = datesOf(4);
  assert.equal(new Set(four).size, 4);
  assert.deepEqual(four.toSorted().toReversed(), four);
  assert.ok(four.every((date) => date.startsWith(DAY)));
  assert.deepEqual(datesOf(5).slice(0, 4), four);
});

test('ids survive a retitle, another base path and another host', () => {
  const dump = { [DAY]: entries(2) };
  const id = 'paper-number-1-on-circuits';
  const before = makeSource(dump);
  const after = makeSource(dump, {
    root: 'http://localhost:4321/a/b/',
    metadata: { [id]: { title: 'A Wholly New Title on Circuits' } },
    settings: { title: 'Another name' },
  });
  assert.deepEqual(idsOf(after), idsOf(before));
  assert.ok(idsOf(before).includes(`tag:example.org,2025:papers/${id}`));
  assert.equal(channelAt(after, '').items[0]!.url, `http://localhost:4321/a/b/papers/${id}/`);
});

test('capped at 100, with archives behind that stay as they are', () => {
  const few = pagesOf(makeSource({ [DAY]: entries(250) }));
  const more = pagesOf(
    makeSource({
      [DAY]: entries(250),
      [LATER]: entries(20).map(({ title, abstract }) => ({ title: `New ${title}`, abstract })),
    }),
  );
  assert.deepEqual(
    few.map(({ items }) => items.length),
    [100, 100, 100],
  );
  const shown = new Set(few.flatMap(({ items }) => items.map(({ id }) => id)));
  assert.equal(shown.size, 250);
  assert.deepEqual(
    more[1]!.items.map(({ id }) => id),
    few[1]!.items.map(({ id }) => id),
  );
  assert.equal(
    parseJsonFeed(toJsonFeed(few[0]!)).next_url,
    'https://example.org/archive/2/feed.json',
  );
  const archive = parseAtomFeed(toAtom(few[1]!));
  assert.deepEqual(
    archive.links?.map(({ rel, href }) => [rel, href?.replace('https://example.org/', '')]),
    [
      ['self', 'archive/1/atom.xml'],
      ['alternate', ''],
      ['current', 'atom.xml'],
      ['next-archive', 'archive/2/atom.xml'],
    ],
  );
});

test('a parent topic holds what its children hold; a topic without papers has a valid feed', () => {
  const source = makeSource({
    [DAY]: [
      { title: 'Learning a Quantum Circuit', abstract: 'We learn a quantum circuit from data.' },
    ],
  });
  assert.equal(channelAt(source, 'topics/circuits/').items.length, 1);
  assert.equal(channelAt(source, 'topics/circuits/quantum/').items.length, 1);
  const empty = feedPages(channelAt(source, 'topics/empty/'), source)[0]!;
  assert.equal(parseRssFeed(toRss(empty)).title, 'Empty · Circuits & <Bits>');
  assert.match(parseAtomFeed(toAtom(empty)).updated!, /^2025-03-14T/);
});

test("an operator's search has feeds of its own, with the items of the others", () => {
  const source = makeSource(
    { [DAY]: entries(12) },
    { searches: { 'number-one': 'Number 1', none: 'Fish & chips' } },
  );
  const channel = channelAt(source, 'feeds/number-one/');
  assert.equal(channel.id, 'tag:example.org,2025:feeds/searches/number-one');
  assert.equal(channel.page, 'search/?q=Number+1&sort=date');
  assert.equal(channel.items.length, 4);
  const dates = new Map(channelAt(source, '').items.map(({ id, date }) => [id, date]));
  for (const { id, date } of channel.items) assert.equal(date, dates.get(id));
  const empty = feedPages(channelAt(source, 'feeds/none/'), source)[0]!;
  const rss = parseRssFeed(toRss(empty));
  assert.equal(rss.title, 'About Fish & chips · Circuits & <Bits>');
  assert.equal(rss.link, 'https://example.org/search/?q=Fish+%26+chips&sort=date');
  assert.equal(rss.description, 'Papers that “Fish & chips” finds.');
});

test('the list of all feeds nests child topics', () => {
  const source = makeSource({ [DAY]: entries(1) });
  const opml = parseOpml(toOpml(makeChannels(source), source));
  const circuits = opml.body?.outlines?.find(({ text }) => text?.startsWith('Circuits & gates'));
  assert.equal(opml.body?.outlines?.length, 5);
  assert.equal(
    circuits?.outlines?.[0]?.xmlUrl,
    'https://example.org/topics/circuits/quantum/rss.xml',
  );
});
