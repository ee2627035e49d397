import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { PaperPage } from '../../src/digest/render/paper-page.ts';
import { briefOf } from '../../src/site/paper-brief.ts';
import { readStoredPapers, toStoredLine } from '../../src/site/stored-papers.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { shippedPages } from '../search/shipped-search.ts';

const folder = temporaryFolder();
const pages = shippedPages();
let files = 0;

/** What comes back when these are stored. */
function stored(some: readonly PaperPage[]) {
  const file = path.join(folder, `${(files += 1)}.ndjson`);
  writeFileSync(file, some.map((page, at) => toStoredLine(`hash-${at}`, page).line).join(''));
  return readStoredPapers(file);
}

test('stored papers are the papers that were stored, in any order of asking', () => {
  const papers = stored(pages);
  const expected = pages.map((page, at) => ({
    hash: `hash-${at}`,
    ...page,
    brief: briefOf(page, papers[at]!.brief),
  }));
  for (const at of pages.keys()) {
    const other = (at * 31) % pages.length;
    assert.equal(papers[other]!.abstractHtml, pages[other]!.abstractHtml);
    assert.equal(JSON.stringify(papers[at]), JSON.stringify(expected[at]));
  }
  assert.deepEqual(structuredClone(papers), expected);
});

test('a copy of a stored paper holds all of it', () => {
  const [paper] = stored(pages);
  const copy = { ...paper!, paper: { ...paper!.paper, titleText: 'another' } };
  assert.deepEqual(copy, {
    hash: 'hash-0',
    ...pages[0]!,
    paper: { ...pages[0]!.paper, titleText: 'another' },
    brief: paper!.brief,
  });
});

test('a paper is its own whatever is related to it', () => {
  const [page] = pages;
  const changed = (change: object) => ({ ...page!, paper: { ...page!.paper, ...change } });
  const hashes = stored([
    page!,
    changed({ related: [] }),
    changed({ titleText: 'another' }),
    changed({ abstract: 'another' }),
    { ...page!, abstractHtml: 'another' },
  ]).map(({ brief }) => brief.ownHash);
  assert.equal(hashes[0], hashes[1]);
  assert.equal(new Set(hashes).size, 4);
});
