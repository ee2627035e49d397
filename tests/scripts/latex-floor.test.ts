import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evalLatex } from '../../scripts/eval/latex.ts';
import { sharedFolder } from '../../scripts/eval/figures.ts';

/** Below these the repairer has become worse on the dev abstracts. */
const FLOOR = { recovered: 0.96, dense: 0.9, cleanKept: 0.998 };

const skip = sharedFolder === undefined && '../shared is absent';

test('the dev abstracts are recovered as well as before', { skip }, async () => {
  const { figures } = await evalLatex();
  for (const [name, floor] of Object.entries(FLOOR)) assert.ok(figures[name]! >= floor, name);
  assert.equal(figures['rejected'], 0);
});
