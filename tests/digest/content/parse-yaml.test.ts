import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import { parseYaml } from '../../../src/digest/content/parse-yaml.ts';
import {
  CorrectionsSchema,
  MetadataSchema,
  SiteSettingsSchema,
} from '../../../src/digest/schema.ts';
import { TaxonomySchema } from '../../../src/digest/topics/taxonomy.ts';

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
    '3:1 Unexpected second `a`, expected every key once',
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
    '1:4 Unexpected `*b`, expected text in quotes where it begins with a star',
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
  [
    'a:\n  title: ""\n  abstract: " "\n  authors: ["\\u200b"]\n',
    MetadataSchema,
    '2:10 Unexpected empty text, expected words',
    '3:13 Unexpected text of spaces, expected words',
    '4:13 Unexpected empty text, expected words',
  ],
  [
    'a:\n  links: [{ kind: code, url: "https://a.b/<x y>" }]\n',
    MetadataSchema,
    '2:30 Unexpected sign in `https://a.b/<x y>`, expected an address without spaces, quotes and brackets',
  ],
  [
    'a:\n  links: [{ kind: code, url: "java\\nscript:alert(1)" }]\n',
    MetadataSchema,
    '2:30 Unexpected `java script:alert(1)`, expected an address that begins with https://',
  ],
  [
    'title: X\ndescription: Y\nemailSignup: javascript:alert(1)\n',
    SiteSettingsSchema,
    '3:14 Unexpected `javascript:alert(1)`, expected the address of a form, https://…, or mailto: with an address',
  ],
  [
    `title: X\ndescription: Y\nsearches: { a: { title: A, query: ${'q'.repeat(301)} } }\n`,
    SiteSettingsSchema,
    `3:35 Unexpected \`${'q'.repeat(59)}…\`, expected at most 300 characters`,
  ],
  [
    `topics: [{ id: a, label: A, description: B, for: [${'x '.repeat(200)}] }]\n`,
    TaxonomySchema,
    `1:51 Unexpected phrase \`${'x '.repeat(39)}x…\`, expected one to 8 words without punctuation; ` +
      '`quantiz*` takes every ending, `*GNN` every beginning, `_` stands for a number',
  ],
  ...['untagged', 'con', 'lpt1', 'a/aux'].map((id): [string, z.ZodType, string] => [
    `topics:\n  - { id: a, label: A, description: B, for: [x] }\n  - { id: ${id}, label: A, description: B, for: [y] }\n`,
    TaxonomySchema,
    `3:11 Unexpected topic id \`${id}\`, a name that the site or Windows uses itself, expected another`,
  ]),
  [
    `topics: [{ id: ${'a'.repeat(81)}, label: A, description: B, for: [x] }]\n`,
    TaxonomySchema,
    `1:16 Unexpected topic id \`${'a'.repeat(79)}…\`, expected at most 80 characters`,
  ],
  [
    'a:\n  title: !Hello world\n  abstract: !!js/function x\n',
    MetadataSchema,
    '2:10 Unexpected `!Hello`, expected text in quotes where it begins so',
    '3:13 Unexpected `tag:yaml.org,2002:js/function`, expected text in quotes where it begins so',
  ],
  [
    'a: {}\n---\nb: {}\n',
    MetadataSchema,
    '2:1 Unexpected second document, expected one: no line `---` or `...` below the first',
  ],
  [
    '<<<<<<< HEAD\na: {}\n=======\nb: {}\n>>>>>>> other\n',
    MetadataSchema,
    ...[1, 3, 5].map(
      (line) => `${line}:1 Unexpected mark of a merge conflict, expected one of its sides`,
    ),
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
  assert.match(parsed.messages[0]!.reason, /^Unexpected aliases that multiply/);
  assert.equal(parsed.messages[0]!.place.line, 2);
});

test('a file of endless depth is refused', () => {
  for (const yaml of ['['.repeat(20_000), '{ a: '.repeat(20_000), '- '.repeat(20_000)]) {
    const parsed = parseYaml(yaml, MetadataSchema, 'metadata.yaml');
    assert.ok('messages' in parsed);
    assert.match(parsed.messages[0]!.reason, /^Unexpected depth/);
  }
});

test('texts are as clean as those of a dump, and what was taken out is reported', () => {
  const yaml =
    'a:\n  doi: "10.1145/\\ud800"\n  title: "e\\u0301\\0\\u202e"\n  authors: ["A\\0", "\u200bB"]\n';
  const parsed = parseYaml(yaml, MetadataSchema, 'metadata.yaml');
  assert.ok('value' in parsed);
  assert.deepEqual(parsed.value, {
    a: { doi: '10.1145/\ufffd', title: '\u00e9', authors: ['A', 'B'] },
  });
  assert.deepEqual(
    parsed.notes.map(
      ({ rule, reason, place }) => `${place.line}:${place.column} ${rule} ${reason}`,
    ),
    [
      '2:8 broken-character Unexpected 1 half of a surrogate pair, shown as \ufffd, first here',
      '3:10 characters-removed Unexpected 2 control characters; left out, first here',
      '3:10 characters-removed Unexpected 1 character that turns the direction of text; left out, first here',
      '4:20 characters-removed Unexpected 1 invisible character; left out, first here',
    ],
  );
});
