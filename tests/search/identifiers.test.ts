import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { buildIndex } from '../../src/search/index/build-index.ts';
import type { Search } from '../../src/search/search.ts';
import { searchOver, shippedDocuments } from './shipped-search.ts';

const NAMED: [id: string, ...identifiers: string[]][] = [
  ['old', 'arxiv:math.gt/0309136'],
  ['short', 'arxiv:1412.6980', 'doi:10.1145/3292500.3330701'],
  ['new', 'arxiv:2412.06289'],
  ['newer', 'arxiv:2412.06290', 'openreview:rJl-b3RcF7'],
];

const CASES: [query: string, ...ids: string[]][] = [
  ['2412.06289', 'new'],
  ['arXiv 2412.06289', 'new'],
  ['arxiv:2412.06289v2', 'new'],
  ['https://arxiv.org/abs/2412.06289', 'new'],
  ['http://www.arxiv.org/pdf/2412.06289v1.pdf', 'new'],
  ['https://huggingface.co/papers/2412.06289?ref=x', 'new'],
  ['10.48550/arXiv.2412.06289', 'new'],
  ['https://doi.org/10.48550/arXiv.2412.06289', 'new'],
  [' 1412.6980 ', 'short'],
  ['math.GT/0309136', 'old'],
  ['https://arxiv.org/abs/math.gt/0309136', 'old'],
  ['10.1145/3292500.3330701', 'short'],
  ['doi: 10.1145/3292500.3330701', 'short'],
  ['https://dx.doi.org/10.1145/3292500.3330701', 'short'],
  ['https://openreview.net/forum?id=rJl-b3RcF7', 'newer'],
  // While it is typed.
  ['2412.0', 'new', 'newer'],
  ['2412.0629', 'newer'],
  ['2412.99999'],
  ['https://arxiv.org/abs/2401.00001'],
];

let search: Search;
before(async () => {
  const { documents, topics } = shippedDocuments();
  const papers = NAMED.map(([id, ...identifiers]) => ({ ...documents[0]!, id, identifiers }));
  search = await searchOver(buildIndex(papers, topics));
});

for (const [query, ...ids] of CASES)
  test(`${query} finds ${ids.join(' and ') || 'nothing'}`, async () => {
    const { hits, total } = await search.find({ text: query });
    assert.deepEqual(
      hits.map(({ id }) => id),
      ids,
    );
    assert.equal(total, ids.length);
  });

test('a paper that is asked for by name is narrowed down as any other', async () => {
  const { total, facets } = await search.find({
    text: '2412.06289',
    filters: { topic: ['no-such-topic'] },
  });
  assert.equal(total, 0);
  assert.ok(facets.topic.length > 0);
});

test('a number that names no paper is a word of the texts', async () => {
  const { documents, topics } = shippedDocuments();
  const paper = { ...documents[0]!, id: 'with-number', titleText: 'A Rate of 1234.5 Bits' };
  const over = await searchOver(buildIndex([paper], topics));
  assert.equal((await over.find({ text: '1234.5' })).total, 1);
});
