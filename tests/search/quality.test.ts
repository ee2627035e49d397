import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { sharedFolder } from '../../scripts/eval/figures.ts';
import type { Search } from '../../src/search/search.ts';
import { NOTHING } from './queries/nothing.ts';
import { QUERIES } from './queries/queries.ts';
import { searchOver, shippedDocuments, shippedFiles } from './shipped-search.ts';

let search: Search;
before(async () => {
  search = await searchOver(shippedFiles());
});

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const idsOf = async (text: string) => (await search.find({ text })).hits.map(({ id }) => id);

for (const [kind, rows] of Object.entries(QUERIES)) {
  describe(kind, () => {
    for (const [query, ...wanted] of rows) {
      test(query, async () => {
        const found = await idsOf(query);
        const isWanted = (id: string) => wanted.some((start) => id.startsWith(start));
        assert.ok(found.length > 0 && isWanted(found[0]!), `first is ${found[0]}`);
        const missing = wanted.filter((start) => !found.some((id) => id.startsWith(start)));
        assert.deepEqual(missing, [], `among ${found.join(', ')}`);
      });
    }
  });
}

describe('nothing is found for', () => {
  for (const query of NOTHING) test(query, async () => assert.deepEqual(await idsOf(query), []));
});

test('quantum finds no paper that only says quantization', async () => {
  const { documents } = shippedDocuments();
  const found = new Set(await idsOf('quantum'));
  assert.ok(found.size >= 4);
  for (const { id, titleText, abstractText } of documents)
    if (found.has(id)) assert.match(`${titleText} ${abstractText}`, /quantum/i);
});

test(
  'the development queries',
  { skip: !sharedFolder && 'the shared evaluation sets are absent' },
  async () => {
    const rows = JSON.parse(
      readFileSync(path.join(sharedFolder!, 'eval/search-dev.json'), 'utf8'),
    ) as { query: string; relevant: string[] }[];
    const titles = new Map(
      shippedDocuments().documents.map(({ id, titleText }) => [
        plain(titleText.normalize('NFKD')),
        id,
      ]),
    );
    let reciprocal = 0;
    for (const { query, relevant } of rows) {
      const found = await idsOf(query);
      const wanted = new Set(relevant.map((title) => titles.get(plain(title))));
      const rank = found.findIndex((id) => wanted.has(id)) + 1;
      reciprocal += rank > 0 ? 1 / rank : 0;
    }
    assert.ok(reciprocal / rows.length >= 0.97, `MRR ${reciprocal / rows.length}`);
  },
);
