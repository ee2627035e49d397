import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Repair } from '../../src/digest/schema.ts';
import { toRepairLines } from '../../src/site/repair-lines.ts';

const SOURCE = { dump: 'x.txt', line: 1, title: '', abstract: '' };

test('like repairs are one line, and what cannot be seen is told in words', () => {
  const made: [field: Repair['field'], from: string, html: string, rule: string][] = [
    ['title', '--', '–', 'dash'],
    ['abstract', '--', '–', 'dash'],
    ['abstract', '\\,', '\u2009', 'space'],
    ['abstract', '{', '', 'group'],
    ['abstract', '~', '\u00a0', 'tie'],
    ['abstract', '--', '–', 'dash'],
    ['abstract', '--', '−', 'math'],
  ];
  const repairs = made.map(([field, from, to, rule]) => ({
    field,
    from,
    to,
    rule,
    start: 0,
    end: from.length,
  }));
  const lines = toRepairLines(
    { repairs, source: SOURCE },
    made.map(([, , html]) => html),
  );
  assert.deepEqual(
    lines.map(({ field, from, html, unseen, count }) => [field, from, unseen ?? html, count]),
    [
      ['title', '--', '–', 1],
      ['abstract', '--', '–', 2],
      ['abstract', '\\,', 'a space', 1],
      ['abstract', '{', 'nothing', 1],
      ['abstract', '~', 'a space', 1],
      ['abstract', '--', '−', 1],
    ],
  );
});

test('a script stands in its word, where that was not repaired too', () => {
  const rows: [abstract: string, made: [from: string, html: string][], read: string[][]][] = [
    ['the S^{2}FT way', [['^{2}', '²']], [['S^{2}FT', 'S²FT']]],
    [
      'at H_2 and ^3 alone',
      [
        ['_2', '₂'],
        ['^3', '³'],
      ],
      [
        ['H_2', 'H₂'],
        ['^3', '³'],
      ],
    ],
    [
      'alpha^2',
      [
        ['alpha', 'α'],
        ['^2', '²'],
      ],
      [
        ['alpha', 'α'],
        ['^2', '²'],
      ],
    ],
    [
      'x^2y_k',
      [
        ['^2', '²'],
        ['_k', 'ₖ'],
      ],
      [
        ['^2', '²'],
        ['_k', 'ₖ'],
      ],
    ],
    ['it is--so', [['--', '–']], [['--', '–']]],
  ];
  for (const [abstract, made, read] of rows) {
    const repairs = made.map(([from, to]) => {
      const start = abstract.indexOf(from);
      const end = start + from.length;
      return { field: 'abstract' as const, from, to, rule: 'math', start, end };
    });
    const htmls = made.map(([, html]) => html);
    const lines = toRepairLines({ repairs, source: { ...SOURCE, abstract } }, htmls);
    assert.deepEqual(
      lines.map(({ from, html }) => [from, html]),
      read,
      abstract,
    );
  }
});
