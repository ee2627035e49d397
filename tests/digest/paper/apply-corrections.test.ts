import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyCorrections } from '../../../src/digest/paper/apply-corrections.ts';
import { withEdits } from '../../../src/digest/paper/replace-text.ts';
import { toPaper, withTexts } from '../../../src/digest/paper/to-paper.ts';
import type { Edit } from '../../../src/digest/phrasing.ts';
import type { Corrections } from '../../../src/digest/schema.ts';

const SOURCE = 'It costs 3times more than before, and 3times less than after.';
const CORRECTION = { from: '3times', to: '$3\\times$' };

test('a correction that is made already at one place is made at the others', () => {
  const { drafts, messages } = correct([9]);
  assert.equal(
    drafts[0]!.record.abstractText,
    'It costs 3× more than before, and 3× less than after.',
  );
  assert.deepEqual(messages, []);
});

test('a correction that is made already at every place is reported', () => {
  const { messages } = correct([9, 38]);
  assert.deepEqual(
    messages.map(({ rule }) => rule),
    ['correction-not-needed'],
  );
});

test('a correction of a part of a repair has no effect, and is not said to be made', () => {
  for (const correction of [{ from: 'times' }, { from: 'times', to: '$t$' }]) {
    const { messages } = correct([9, 38], correction);
    assert.deepEqual(
      messages.map(({ rule }) => rule),
      ['correction-without-effect'],
    );
  }
});

test('a corrected abstract has its own links, and those that others have given', () => {
  const draft = toPaper({
    dump: { file: 'dumps/2025-03-14.txt', date: '2025-03-14', text: '' },
    title: { text: 'On Links', line: 1, column: 1 },
    abstract: {
      text: 'Code: https://github.com/a/ b_c, data: https://zenodo.org/r/1{here}',
      line: 3,
      column: 1,
    },
  });
  const given = { kind: 'project', url: 'https://example.org/' } as const;
  draft.record.links.push(given);
  const linksBy = (correction: Corrections[string]) =>
    applyCorrections([draft], { 'on-links': correction }).drafts[0]!.record.links;
  const code = { kind: 'code', url: 'https://github.com/a/b_c' };
  const data = { kind: 'data', url: 'https://zenodo.org/r/1' };
  assert.deepEqual(linksBy({ abstract: 'Code: https://github.com/a/b_c' }), [code, given]);
  const joined = { from: 'https://github.com/a/ b_c', to: '<https://github.com/a/b_c>' };
  assert.deepEqual(linksBy({ repairs: [joined] }), [code, data, given]);
  assert.deepEqual(linksBy({ title: 'On Broken Links' }), draft.record.links);
});

/** Corrects a paper in whose abstract the formulas that begin at these places are recovered. */
function correct(
  starts: readonly number[],
  correction: { from: string; to?: string } = CORRECTION,
) {
  const draft = toPaper({
    dump: { file: 'dumps/2025-03-14.txt', date: '2025-03-14', text: '' },
    title: { text: 'On Costs', line: 1, column: 1 },
    abstract: { text: SOURCE, line: 3, column: 1 },
  });
  const edits = starts.map((start): Edit => {
    const nodes: Edit['nodes'] = [{ type: 'inlineMath', value: '3\\times' }];
    return { start, end: start + CORRECTION.from.length, nodes, rule: 'math' };
  });
  const recovered = withTexts(draft, { abstract: withEdits(draft.abstract, edits) });
  return applyCorrections([recovered], { 'on-costs': { repairs: [correction] } });
}
