import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { repairText } from '../../../src/digest/latex/repair-text.ts';
import { phrasingLine } from './phrasing-line.ts';

/** One case a line: the damaged text, a tab, the repaired one. */
const FIXTURE = new URL('../../fixtures/latex/repairs.txt', import.meta.url);
const cases = readFileSync(FIXTURE, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [string, string]);

test('the table holds at least 150 cases', () => assert.ok(cases.length >= 150));

for (const [damaged, repaired] of cases) {
  test(damaged, () => assert.equal(phrasingLine(repairText(damaged).phrasing), repaired));
}

test('a formula that cannot be set is an edit of its own rule', () => {
  const { edits } = repairText('a $\\undefinedmacro{x}$ here');
  assert.deepEqual(
    edits.map(({ rule }) => rule),
    ['math-not-set'],
  );
});
