import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeChannels } from '../../../src/site/feeds/channels.ts';
import type { FeedSource } from '../../../src/site/feeds/feed.ts';
import { feedPages } from '../../../src/site/feeds/feed-pages.ts';
import { toAtom } from '../../../src/site/feeds/to-atom.ts';
import { toJsonFeed } from '../../../src/site/feeds/to-json-feed.ts';
import { toRss } from '../../../src/site/feeds/to-rss.ts';
import { entries, makeSource } from './make-source.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const folder = temporaryFolder();

const DAY = '2025-03-14';
const GONE = 'tag:example.org,2025:papers/paper-number-101-on-circuits';

/** The feeds as a build lays them out; the folder that holds them. */
function layOut(name: string, source: FeedSource): string {
  const root = path.join(folder, name);
  for (const channel of makeChannels(source)) {
    for (const page of feedPages(channel, source)) {
      const archive = page.archive === undefined ? '' : `archive/${page.archive}`;
      const place = path.join(root, channel.path, archive);
      mkdirSync(place, { recursive: true });
      writeFileSync(path.join(place, 'rss.xml'), toRss(page));
      writeFileSync(path.join(place, 'atom.xml'), toAtom(page));
      writeFileSync(path.join(place, 'feed.json'), toJsonFeed(page));
    }
  }
  return root;
}

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/check-feeds.ts', ...args],
    { encoding: 'utf8' },
  );
  return { status, text: stdout + stderr };
}

test('a retitle, another base path and more papers lose nothing', () => {
  const before = layOut('before', makeSource({ [DAY]: entries(101) }));
  const now = layOut(
    'now',
    makeSource(
      { [DAY]: entries(130) },
      {
        root: 'https://other.example/a/b/',
        metadata: { 'paper-number-7-on-circuits': { title: 'Renamed, Still on Circuits' } },
      },
    ),
  );
  const { status, text } = check(before, now);
  assert.equal(status, 0, text);
});

test('a paper that is gone, even from an archive, fails with the list', () => {
  const before = layOut('full', makeSource({ [DAY]: entries(101) }));
  const now = layOut('less', makeSource({ [DAY]: entries(100) }));
  const { status, text } = check(before, now);
  assert.equal(status, 1);
  for (const feed of ['rss.xml', 'atom.xml', 'feed.json', 'topics/circuits/rss.xml']) {
    assert.ok(text.includes(`${feed}: lost ${GONE}\n`), text);
  }
  assert.equal(check(before, now, '--except', GONE).status, 0);
});

test('another authority changes every id, and the list says so', () => {
  const dump = { [DAY]: entries(1) };
  const before = layOut('ours', makeSource(dump));
  const now = layOut('theirs', makeSource(dump, { settings: { tagAuthority: 'b.org,2025' } }));
  const { status, text } = check(before, now);
  assert.equal(status, 1);
  assert.match(text, /rss\.xml: changed tag:example\.org,2025:papers\/\S+ to tag:b\.org,2025:/);
});

test('a folder that is not there is said in one line', () => {
  const { status, text } = check(path.join(folder, 'nowhere'));
  assert.equal(status, 1);
  assert.match(text, /^There is no folder .*nowhere\. Build the site first\.\n$/);
});
