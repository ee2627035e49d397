import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSearches, type KeepFound } from '../../scripts/run-searches.ts';
import { parseYaml } from '../../src/digest/content/parse-yaml.ts';
import { SiteSettingsSchema } from '../../src/digest/schema.ts';
import { TaxonomySchema, type Taxonomy } from '../../src/digest/topics/taxonomy.ts';
import { shippedPages } from '../search/shipped-search.ts';

const PAGES = shippedPages();

async function run(yaml: string, pages = PAGES) {
  const parsed = parseYaml(`title: X\ndescription: Y.\n${yaml}`, SiteSettingsSchema, 'site.yaml');
  if ('messages' in parsed) return { searches: [], messages: parsed.messages };
  const content = { site: parsed.value, taxonomy: { topics: [] }, placeOfSite: parsed.placeOf };
  return runSearches(
    content,
    pages.map(({ paper }) => paper),
    () => pages,
  );
}

test('searches find papers by their ids, the same on every run', async () => {
  const yaml = 'searches:\n  tables:\n    title: Lookup tables\n    query: \'"lookup table"\'\n';
  const { searches, messages } = await run(yaml);
  assert.deepEqual(messages, []);
  assert.deepEqual(
    searches.map(({ id, title, query }) => [id, title, query]),
    [['tables', 'Lookup tables', '"lookup table"']],
  );
  assert.ok(searches[0]!.papers.some((id) => id.startsWith('t-mac-')));
  assert.deepEqual((await run(yaml)).searches, searches);
});

test('what is kept of a search is asked for again where its papers, queries or topics differ', async () => {
  const kept = new Map<string, string[][]>();
  const papers = PAGES.map(({ paper }) => paper);
  const found = async (query: string, records = papers, topics: Taxonomy['topics'] = []) => {
    const yaml = `title: X\ndescription: Y.\nsearches:\n  a: {title: A, query: '${query}'}\n`;
    const parsed = parseYaml(yaml, SiteSettingsSchema, 'site.yaml');
    assert.ok(!('messages' in parsed));
    const content = { site: parsed.value, taxonomy: { topics }, placeOfSite: parsed.placeOf };
    let isMade = false;
    const keep: KeepFound = async (key, make) => {
      isMade = !kept.has(key);
      if (isMade) kept.set(key, await make());
      return kept.get(key)!;
    };
    const { searches } = await runSearches(content, records, () => PAGES, keep);
    return { isMade, ids: searches[0]!.papers };
  };
  const first = await found('has:code');
  assert.deepEqual(await found('has:code'), { ...first, isMade: false });
  assert.ok((await found('digest:2025-03-14')).isMade);
  const [one, ...others] = papers;
  const reworded = [{ ...one!, titleText: 'Other words' }, ...others];
  assert.deepEqual(await found('has:code', reworded), { ...first, isMade: false });
  const gone = papers.filter(({ id }) => id !== first.ids[0]);
  assert.deepEqual(await found('has:code', gone), { isMade: true, ids: first.ids.slice(1) });
  const { topics } = TaxonomySchema.parse({
    topics: [{ id: 'x', label: 'X', description: 'X.', for: ['x'] }],
  });
  assert.ok((await found('has:code', papers, topics)).isMade);
});

/** Queries that read no text, over a paper by Wei Li of 2023, one by Wei Zhang and Li Chen, the rest. */
const OF_RECORDS: readonly [query: string, found: number][] = [
  ['author:Wei', 2],
  ['author:"Wei Li"', 1],
  ['author:Wei year:2023', 1],
  ['author:Wei -year:2023', 1],
  ['-author:Wei', PAGES.length - 2],
  ['year:2023', 1],
  ['-has:code -digest:2025-03-14', 0],
];

for (const [query, found] of OF_RECORDS)
  test(`a feed of ${query}`, async () => {
    const facts = [
      { authors: ['Wei Li'], published: '2023-05-01' },
      { authors: ['Wei Zhang', 'Li Chen'] },
    ];
    const pages = PAGES.map((page, at) => ({ ...page, paper: { ...page.paper, ...facts[at] } }));
    const { searches } = await run(`searches:\n  a: {title: A, query: '${query}'}\n`, pages);
    assert.equal(searches[0]!.papers.length, found);
  });

/** Settings with a fault, and where and what it is. */
const FAULTS: readonly [string, string][] = [
  ['a: {title: A, query: "topic:quantm"}', '4:17 fatal Unexpected topic `quantm` in search `a`'],
  ['a: {title: A, query: qqqq}', '4:17 warning Unexpected empty search `a`'],
  ['a: {titel: A, query: x}', '4:7 fatal Unexpected key `titel`'],
  ['A b: {title: A, query: x}', '4:3 fatal Unexpected key `A b`'],
];

for (const [yaml, expected] of FAULTS) {
  test(`said with its place: ${yaml}`, async () => {
    const { messages } = await run(`searches:\n  ${yaml}\n`);
    const said = messages.map(
      ({ place: { line, column }, severity, reason }) => `${line}:${column} ${severity} ${reason}`,
    );
    assert.ok(
      said.some((text) => text.startsWith(expected)),
      said.join('\n'),
    );
  });
}
