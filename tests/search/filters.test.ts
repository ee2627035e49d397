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

const TOPICS = [
  { id: 'zoo', label: 'Animals' },
  { id: 'zoo/stripes', label: 'Stripes of animals' },
];
const tag = (id: string) => ({ id, score: 1, evidence: [] });

/** Newest first, as the site has them. */
const PAPERS: readonly Paper[] = [
  paper('ant', 'A language model of the zebra.', {
    authors: ['Wei Zhang', 'Li Chen'],
    published: '2023-12-31',
    identifiers: { arxiv: '2401.00001' },
    topics: [tag('zoo')],
    links: [{ kind: 'code', url: 'https://github.com/ant/nest' }],
  }),
  paper('bee', 'The zebra has no language zebra would know.', {
    authors: ['Jean-Luc Müller', 'Wei B. Li'],
    identifiers: { arxiv: '2401.00002' },
    topics: [tag('zoo'), tag('zoo/stripes')],
  }),
  paper('cat', 'Pre-training of cats, in context.', { authors: ['An Do'], date: '2024-05-01' }),
  paper('dog', 'Pretraining after training. The in-context model.', { date: '2024-05-01' }),
  paper('eel', 'Training of models, and pre-flight checks.', { date: '2024-05-01' }),
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
  ['-author:Wei', 'cat dog eel'],
  ['-author:"Wei Li"', 'ant cat dog eel'],
  ['zebra -author:"Wei Li"', 'ant'],
  ['author:Wei -author:Chen', 'bee'],
  ['topic:zoo', 'ant bee'],
  ['-topic:zoo', 'cat dog eel'],
  ['-topic:zoo/stripes', 'ant cat dog eel'],
  ['-topic:"Stripes of animals"', 'ant cat dog eel'],
  ['topic:zoo -topic:stripes', 'ant'],
  ['-topic:none', 'ant bee cat dog eel'],
  ['-has:code', 'bee cat dog eel'],
  ['zebra -has:Code', 'bee'],
  ['-digest:2025-03-14', 'cat dog eel'],
  ['-digest:2025-03-14 -digest:2024-05-01', ''],
  ['digest:2025-03-14 digest:2024-05-01 -has:code -author:Do', 'bee dog eel'],
  ['year:2023', 'ant'],
  ['year:2024', 'bee cat dog eel'],
  ['year:2025', ''],
  ['year:2023 year:2024 training', 'cat dog eel'],
  ['-year:2024', 'ant'],
  ['language -zebra', ''],
  ['language -"language zebra"', 'ant'],
  ['-"zebra language"', 'ant bee cat dog eel'],
  ['-pre-training', 'ant bee eel'],
  ['-pretraining', 'ant bee eel'],
  ['-"pre training"', 'ant bee dog eel'],
  ['-in-context', 'ant bee cat eel'],
  ['-model', 'bee cat'],
  ['-"model"', 'bee cat eel'],
  ['-pre-', 'ant bee dog'],
];

let search: Search;
before(async () => {
  const labels = new Map(TOPICS.map(({ id, label }) => [id, label]));
  const documents = PAPERS.map((one) =>
    toSearchDocument(
      { paper: one, titleHtml: one.titleText, abstractHtml: one.abstractText },
      labels,
    ),
  );
  search = await searchOver(buildIndex(documents, TOPICS));
});

for (const [query, papers] of QUERIES)
  test(`found by ${query}`, async () => {
    const { hits, total } = await search.find({ text: `${query} `, sort: 'date' });
    assert.equal(hits.map(({ id }) => id).join(' '), papers);
    assert.equal(total, hits.length);
    assert.equal((await search.findAsWritten(query)).join(' '), papers);
  });
