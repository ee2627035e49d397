import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import { parseYaml } from '../../../src/digest/content/parse-yaml.ts';
import {
  CorrectionsSchema,
  MetadataSchema,
  SiteSettingsSchema,
} from '../../../src/digest/schema.ts';

const FAULTS: [yaml: string, schema: z.ZodType, ...faults: string[]][] = [
  [
    'a-paper:\n  arxiv: 2406.11940\n',
    MetadataSchema,
    "2:10 Unexpected number `2406.11940`, expected text in quotes: '2406.11940'",
  ],
  [
    'a-paper:\n  doi: nonsense\n  authers: [A]\n',
    MetadataSchema,
    '2:8 Unexpected `nonsense`, expected a DOI such as 10.1145/3292500.3330701',
    '3:3 Unexpected key `authers`, expected one of `arxiv`, `doi`, `openreview`, `authors`, ' +
      '`published`, `links`, `title`, `abstract`; did you mean `authors`?',
  ],
  [
    'A Paper:\n  doi: 10.1145/x\n',
    MetadataSchema,
    '1:1 Unexpected key `A Paper`, expected an id of lower-case words with hyphens',
  ],
  ['a:\n\tdoi: x\n', MetadataSchema, '2:1 Unexpected tab, expected spaces at the line’s beginning'],
  [
    'a:\n  doi: 10.1145/x\na:\n  doi: 10.1145/y\n',
    MetadataSchema,
    '3:1 Unexpected key a second time, expected every key once',
  ],
  [
    'a:\n  title: Foo: bar\n',
    MetadataSchema,
    '2:10 Unexpected `:` within a value, expected the value in quotes',
  ],
  [
    'a:\n  published: yesterday\n  links:\n    - { kind: cod, url: ftp://x }\n',
    MetadataSchema,
    '2:14 Unexpected `yesterday`, expected a day such as 2025-03-14',
    '4:15 Unexpected `cod`, expected one of `code`, `data`, `model`, `project`, `paper`; did you mean `code`?',
    '4:25 Unexpected `ftp://x`, expected an address that begins with https://',
  ],
  [
    'a:\n  topics:\n    add: [quantum]\n',
    CorrectionsSchema,
    '3:10 Unexpected list, expected a map (lines of `key: value`)',
  ],
  ['- a\n', CorrectionsSchema, '1:1 Unexpected list, expected a map (lines of `key: value`)'],
  ['title: X\n', SiteSettingsSchema, '1:1 Missing key `description`, expected text'],
  [
    'a: *b\n',
    MetadataSchema,
    '1:1 Unexpected alias: Unresolved alias (the anchor must be set before the alias): b',
  ],
  [
    'a:\n  doi: 10.1145/x\n__proto__:\n  doi: 10.1145/y\n',
    MetadataSchema,
    '3:1 Unexpected key `__proto__`, which names nothing here',
  ],
  [
    'title: X\ndescription: Y\nlanguage: English\n',
    SiteSettingsSchema,
    '3:11 Unexpected `English`, expected a language tag such as en or pt-BR',
  ],
];

for (const [yaml, schema, ...faults] of FAULTS) {
  test(JSON.stringify(yaml), () => {
    const parsed = parseYaml(yaml, schema, 'file.yaml');
    assert.ok('messages' in parsed);
    assert.deepEqual(
      parsed.messages.map(({ place, reason }) => `${place.line}:${place.column} ${reason}`),
      faults,
    );
    assert.ok(parsed.messages.every(({ severity, todo }) => severity === 'fatal' && todo));
  });
}

test('an empty file and one of comments are empty maps', () => {
  for (const yaml of ['', '# nothing yet\n', '---\n']) {
    const parsed = parseYaml(yaml, CorrectionsSchema, 'corrections.yaml');
    assert.ok('value' in parsed);
    assert.deepEqual(parsed.value, {});
  }
});

test('the places of what is right are known too', () => {
  const yaml = '# first\na-paper:\n  topics:\n    add:\n      quantum: It is.\n';
  const parsed = parseYaml(yaml, CorrectionsSchema, 'corrections.yaml');
  assert.ok('value' in parsed);
  assert.deepEqual(parsed.placeOf('a-paper', 'topics', 'add', 'quantum'), {
    file: 'corrections.yaml',
    line: 5,
    column: 7,
  });
});

test('a file that multiplies itself is refused', () => {
  const layers = Array.from({ length: 9 }, (_, at) =>
    at === 0 ? 'a0: &a0 [x]' : `a${at}: &a${at} [${`*a${at - 1},`.repeat(9)}]`,
  );
  const parsed = parseYaml(layers.join('\n'), MetadataSchema, 'metadata.yaml');
  assert.ok('messages' in parsed);
});
