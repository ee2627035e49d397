import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evalRelated } from '../../scripts/eval/related.ts';

/** Below these, neighbours have become worse on the shipped dump. */
const FLOOR = { 'first right': 0.76, precision: 0.76, recall: 0.74, MRR: 0.82 };

test('the neighbours of the shipped papers are as right as before', async () => {
  const { figures } = await evalRelated();
  for (const [name, floor] of Object.entries(FLOOR))
    assert.ok(figures[name]! >= floor, `${name} ${figures[name]}`);
});
