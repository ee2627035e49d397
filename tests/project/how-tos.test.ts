import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { z } from 'zod';
import { parseYaml } from '../../src/digest/content/parse-yaml.ts';
import { CorrectionsSchema, MetadataSchema, SiteSettingsSchema } from '../../src/digest/schema.ts';
import { TaxonomySchema } from '../../src/digest/topics/taxonomy.ts';

const PAGES = ['README.md', ...globSync('docs/*.md')];
/** "npm run topics", "npm run --silent parse" */
const COMMAND = /\bnpm run (?:--silent )?([a-z][a-z:-]*)/g;
/** "`src/digest/latex/`", "`topics.yaml`" is none */
const PLACE = /`((?:src|scripts|tests|content|docs|bench|\.github)\/[\w./[\]-]*)`/g;
/** "[docs/feeds.md](docs/feeds.md)" */
const LINK = /\]\((?![a-z]+:|#)([^)#]+)\)/g;
const YAML_EXAMPLE = /```yaml\n([^]*?)```/g;
/** "title: Circuits & Bits" */
const SETTING = /^(\w+):/gm;

/** What comes in front of each example of a page, and what the whole must be. */
const EXAMPLES: [page: string, example: number, before: string, schema: z.ZodType][] = [
  ['README.md', 0, '', SiteSettingsSchema],
  ['docs/add-a-topic.md', 0, read('content/topics.yaml'), TaxonomySchema],
  ['docs/add-a-topic.md', 1, 'topics:\n', TaxonomySchema],
  ['docs/add-a-topic.md', 2, '', CorrectionsSchema],
  ['docs/correct-a-paper.md', 0, '', MetadataSchema],
  ['docs/correct-a-paper.md', 1, '', CorrectionsSchema],
  ['docs/feeds.md', 0, 'title: A digest\ndescription: Of papers.\n', SiteSettingsSchema],
];

for (const [page, example, before, schema] of EXAMPLES) {
  test(`example ${example + 1} of ${page} can be pasted as it is`, () => {
    const [, yaml] = [...read(page).matchAll(YAML_EXAMPLE)][example]!;
    const parsed = parseYaml(`${before}${yaml}`, schema, 'example.yaml');
    assert.deepEqual('messages' in parsed ? parsed.messages : [], []);
  });
}

test('the README names every setting of the site', () => {
  const [, yaml] = [...read('README.md').matchAll(YAML_EXAMPLE)][0]!;
  const named = [...yaml!.matchAll(SETTING)].map(([, key]) => key!);
  assert.deepEqual(named.toSorted(), Object.keys(SiteSettingsSchema.shape).toSorted());
});

test('the commands that the documentation names exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const page of PAGES) {
    for (const [, name] of read(page).matchAll(COMMAND))
      assert.ok(scripts[name!], `${page}: ${name}`);
  }
});

test('the files that the documentation names exist', () => {
  for (const page of PAGES) {
    const named = [...read(page).matchAll(PLACE)].map(([, place]) => place!);
    const linked = [...read(page).matchAll(LINK)].map(([, place]) =>
      path.join(path.dirname(page), place!),
    );
    for (const place of [...named, ...linked]) assert.ok(existsSync(place), `${page}: ${place}`);
  }
});

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
