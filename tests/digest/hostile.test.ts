import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { sharedFolder } from '../../scripts/eval/figures.ts';
import { buildDigest } from '../../src/digest/build-digest.ts';
import { PAPER_ID, PaperSchema } from '../../src/digest/schema.ts';
import { ROWS } from './hostile-rows.ts';
import { NAUGHTY } from './naughty-strings.ts';

const FILLER =
  'This is plain text, as long as an abstract is, so that nothing is told by its length alone.';

/** Controls, marks that turn the text, spaces of no width, noncharacters. */
const UNSHOWN = new RegExp(
  String.raw`[\u0000-\u001f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]`,
);

/** What a dump may hold as a title, a row of each kind: it stays one paper, and shows as text. */
const TITLES = [
  '<img src=x onerror=alert(1)>',
  '</title><script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '&lt;script&gt;',
  '"};alert(1);//',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\left($',
  '# heading',
  '---',
  '```js',
  '{{7*7}}',
  '${7*7}',
  'import.meta.env.SECRET',
  'null',
  'yes',
  '~',
  '!!js/function >',
  '2026-03-14',
  'x ]]> y',
  'e\u0301 and \u00e9',
  '\u4e2d\u6587\u6807\u9898',
  '\u05e9\u05dc\u05d5\u05dd',
  '\ud83d\ude80',
  '..',
  'con',
  'index',
  '__proto__',
  'constructor',
  'toJSON',
  '%',
  '%20comment',
  'C for Circuits',
  'C# for Circuits',
  'C++ for Circuits',
  '@SUM(1)',
  '{\\LaTeX} {\\"o}',
  'TY  - JOUR',
  'x?subject=a&body=b',
  'Very long title '.repeat(700).trim(),
  'A'.repeat(5000),
  `${'-'.repeat(50_000)}a`,
];

test('titles of every bad kind: each one paper, an id of its own, a valid record', () => {
  const papers = check(TITLES.map((title, at) => [title, `${FILLER} Number ${at}.`]));
  assert.deepEqual(
    papers.map(({ source }) => source.title),
    TITLES.map((title) => title.normalize('NFC').replace(/\s+/g, ' ')),
  );
  const turned = check(
    TITLES.map((title, at): [string, string] => [title, `${FILLER} Number ${at}.`]).toReversed(),
  );
  assert.deepEqual(new Set(turned.map(({ id }) => id)), new Set(papers.map(({ id }) => id)));
});

for (const [kind, rows] of [...Object.entries(ROWS), ...Object.entries(NAUGHTY)])
  test(`${kind}: each row reads as the text that it is, as a title and in an abstract`, () => {
    const pairs = rows.map((row) => (typeof row === 'string' ? ([row, row] as const) : row));
    const asTitles = check(pairs.map(([pasted], at) => [pasted, `${FILLER} Number ${at}.`]));
    assert.deepEqual(
      asTitles.map(({ titleText }) => titleText),
      pairs.map(([, read]) => read),
    );
    const inAbstracts = check(pairs.map(([pasted], at) => [`Paper ${at}`, `${pasted} ${FILLER}`]));
    assert.deepEqual(
      inAbstracts.map(({ abstractText }) => abstractText),
      pairs.map(([, read]) => `${read} ${FILLER}`),
    );
    assert.deepEqual(Object.keys(Object.prototype), []);
  });

test('characters that cannot be seen, or turn the text, are in no field', () => {
  const bad = '\u202egnp.exe\u202c\u0000 zero\u200bwidth\u200djoin a\ufffe\uffffb \ud800';
  const [paper] = check([[`On ${bad}`, `${bad} ${FILLER}`]]);
  assert.equal(paper!.titleText, 'On gnp.exe zerowidthjoin ab \ufffd');
  assert.doesNotMatch(JSON.stringify(paper), UNSHOWN);
});

test(
  'the shared rows: as many papers as rows',
  { skip: rowsFile() ? false : '../shared is not there' },
  () => {
    interface Row {
      outcome: string;
      title?: string;
      abstract?: string;
      titleParts?: Part[];
      abstractParts?: Part[];
    }
    type Part = string | { repeat: [string, number] };
    const join = (parts: Part[] = []) =>
      parts
        .map((part) =>
          typeof part === 'string' ? part : part.repeat[0].repeat(Math.min(part.repeat[1], 20_000)),
        )
        .join('');
    const rows = readFileSync(rowsFile()!, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
      .filter(({ outcome }) => outcome === 'accept');
    check(
      rows.map(({ title, abstract, titleParts, abstractParts }) => [
        title ?? join(titleParts),
        abstract ?? join(abstractParts),
      ]),
    );
  },
);

function check(pairs: [title: string, abstract: string][]) {
  const text = pairs.map(([title, abstract]) => `${title}\n\n${abstract}\n`).join('\n');
  const { papers } = buildDigest({
    dumps: [{ file: 'dumps/2025-03-14.txt', date: '2025-03-14', text }],
    taxonomy: { topics: [] },
    metadata: {},
    corrections: {},
  });
  const records = papers.map(({ record }) => record);
  assert.equal(records.length, pairs.length);
  assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
  for (const record of records) {
    assert.match(record.id, PAPER_ID);
    PaperSchema.parse(record);
    for (const { url } of record.links) assert.match(url, /^https?:/);
  }
  return records;
}

function rowsFile(): string | undefined {
  const file = sharedFolder && path.join(sharedFolder, 'eval', 'hostile-dev.jsonl');
  return file && existsSync(file) ? file : undefined;
}
