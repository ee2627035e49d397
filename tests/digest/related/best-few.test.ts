import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { BestFew } from '../../../src/digest/related/best-few.ts';

/** Few worths, so that many are the same. */
const worths = fc.array(fc.nat(5), { maxLength: 60 });

test('the best few are those that sorting all would put first', () => {
  fc.assert(
    fc.property(worths, fc.nat(12), (all, most) => {
      const best = new BestFew(most, (one, other) => one < other);
      best.add(0, 9);
      best.clear();
      for (const [thing, worth] of all.entries()) best.add(thing, worth);
      const sorted = [...all.keys()].sort((a, b) => all[b]! - all[a]! || a - b).slice(0, most);
      assert.deepEqual([...best.things.subarray(0, best.size)], sorted);
      assert.deepEqual(
        [...best.worths.subarray(0, best.size)],
        sorted.map((thing) => all[thing]),
      );
    }),
  );
});
