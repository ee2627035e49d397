import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { faultOfQuery } from '../../src/search/query/check-query.ts';
import type { Search } from '../../src/search/search.ts';
import { searchOver, shippedFiles } from './shipped-search.ts';

const TOPICS = [
  { id: 'circuits/quantum', label: 'Quantum circuits' },
  { id: 'graph-neural-networks', label: 'Graph neural networks' },
];

/** A query that stands for good, and what is unexpected in it. */
const QUERIES: readonly [string, string | undefined][] = [
  ['error correction', undefined],
  ['"lookup table" -quantization has:code year:2024', undefined],
  ['topic:"graph neural" author:Lovelace digest:2025-03-14', undefined],
  ['-quantization', undefined],
  ['-"lookup table" -has:code', undefined],
  ['https://github.com/a/b', undefined],
  ['"re:invent"', undefined],
  ['O(n^2) times', undefined],
  ['', 'query ``'],
  ['the of', 'query `the of`'],
  ['"', 'open quotation mark'],
  ['"lookup table', 'open quotation mark'],
  ['tag:quantum', 'filter `tag:`'],
  ['circuits -topics:quantum', 'filter `topics:`'],
  ['topic:quantm', 'topic `quantm`'],
  ['circuits -topic:quantm', 'topic `quantm`'],
  ['-"the of"', 'query `-"the of"`'],
  ['has:cod', '`has:cod`'],
  ['year:24', '`year:24`'],
  ['digest:March', '`digest:March`'],
];

for (const [query, unexpected] of QUERIES) {
  test(`a query for good: ${JSON.stringify(query)}`, () => {
    assert.equal(faultOfQuery(query, TOPICS)?.unexpected, unexpected);
  });
}

let search: Search;
before(async () => {
  search = await searchOver(shippedFiles());
});

test('as written: every hit, in the order of the index, nothing corrected or left out', async () => {
  const corrected = await search.find({ text: 'quantizaton' });
  assert.ok(corrected.total > 0);
  assert.deepEqual(await search.findAsWritten('quantizaton'), []);
  const found = await search.findAsWritten('topic:quantization has:code');
  const { hits } = await search.find({
    text: 'topic:quantization has:code ',
    sort: 'date',
    limit: 99,
  });
  assert.ok(found.length > 1);
  assert.deepEqual(
    found,
    hits.map(({ id }) => id),
  );
});
