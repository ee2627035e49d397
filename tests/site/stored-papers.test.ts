import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readStoredPapers, toStoredLine } from '../../src/site/stored-papers.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { shippedPages } from '../search/shipped-search.ts';

const file = path.join(temporaryFolder(), 'papers.ndjson');
const pages = shippedPages();
writeFileSync(file, pages.map((page, at) => toStoredLine(`hash-${at}`, page)).join(''));

test('stored papers are the papers that were stored, in any order of asking', () => {
  const stored = readStoredPapers(file);
  const expected = pages.map((page, at) => ({ hash: `hash-${at}`, ...page }));
  for (const at of pages.keys()) {
    const other = (at * 31) % pages.length;
    assert.equal(stored[other]!.abstractHtml, pages[other]!.abstractHtml);
    assert.equal(JSON.stringify(stored[at]), JSON.stringify(expected[at]));
  }
  assert.deepEqual(structuredClone(stored), expected);
});

test('a copy of a stored paper holds all of it', () => {
  const [stored] = readStoredPapers(file);
  const copy = { ...stored!, paper: { ...stored!.paper, titleText: 'another' } };
  assert.deepEqual(copy, {
    hash: 'hash-0',
    ...pages[0]!,
    paper: { ...pages[0]!.paper, titleText: 'another' },
  });
});
