import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSearches } from '../../scripts/run-searches.ts';
import { parseYaml } from '../../src/digest/content/parse-yaml.ts';
import { SiteSettingsSchema } from '../../src/digest/schema.ts';
import { shippedPages } from '../search/shipped-search.ts';

const PAGES = shippedPages();

async function run(yaml: string) {
  const parsed = parseYaml(`title: X\ndescription: Y.\n${yaml}`, SiteSettingsSchema, 'site.yaml');
  if ('messages' in parsed) return { searches: [], messages: parsed.messages };
  const content = { site: parsed.value, taxonomy: { topics: [] }, placeOfSite: parsed.placeOf };
  return runSearches(
    content,
    PAGES.map(({ paper }) => paper),
    () => PAGES,
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
