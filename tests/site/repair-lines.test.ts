import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Repair } from '../../src/digest/schema.ts';
import { toRepairLines } from '../../src/site/repair-lines.ts';

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
    repairs,
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
