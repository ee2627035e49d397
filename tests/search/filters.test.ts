import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { toBarePaper } from '../../scripts/eval/bare-paper.ts';
import type { Paper } from '../../src/digest/schema.ts';
import { toSearchDocument } from '../../src/search/document/search-document.ts';
import { buildIndex } from '../../src/search/index/build-index.ts';
import type { Search } from '../../src/search/search.ts';
import { searchOver } from './shipped-search.ts';

const paper = (id: string, abstract: string, facts: Partial<Paper>): Paper => ({
  ...toBarePaper(id, `On ${id}`, abstract),
  ...facts,
});

/** Newest first, as the site has them. */
const PAPERS: readonly Paper[] = [
  paper('ant', 'A language model of the zebra.', {
    authors: ['Wei Zhang', 'Li Chen'],
  }),
  paper('bee', 'The zebra has no language zebra would know.', {
    authors: ['Jean-Luc Müller', 'Wei B. Li'],
  }),
  paper('cat', 'Language of cats.', { authors: ['An Do'] }),
];

/** A query, and the papers that hold it. */
const QUERIES: readonly [query: string, papers: string][] = [
  ['author:Wei', 'ant bee'],
  ['author:wei', 'ant bee'],
  ['author:"Wei Li"', 'bee'],
  ['author:"li wei"', 'bee'],
  ['author:Wei author:Chen', 'ant'],
  ['author:jean-luc', 'bee'],
  ['author:Jeanluc', 'bee'],
  ['author:muller', 'bee'],
  ['author:"An Do"', 'cat'],
  ['author:zebra', ''],
  ['author:--', ''],
  ['zebra author:chen', 'ant'],
  ['cats author:chen', ''],
];

let search: Search;
before(async () => {
  const documents = PAPERS.map((one) =>
    toSearchDocument(
      { paper: one, titleHtml: one.titleText, abstractHtml: one.abstractText },
      new Map(),
    ),
  );
  search = await searchOver(buildIndex(documents, []));
});

for (const [query, papers] of QUERIES)
  test(`found by ${query}`, async () => {
    const { hits, total } = await search.find({ text: `${query} `, sort: 'date' });
    assert.equal(hits.map(({ id }) => id).join(' '), papers);
    assert.equal(total, hits.length);
    assert.equal((await search.findAsWritten(query)).join(' '), papers);
  });
