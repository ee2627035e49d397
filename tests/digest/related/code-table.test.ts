import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { CodeTable } from '../../../src/digest/related/code-table.ts';

const code = fc.oneof(
  fc.nat(50),
  fc.nat(2 ** 22),
  fc.maxSafeNat().map((n) => n % 2 ** 44),
);

test('codes are numbered in the order in which they come, as in a map', () => {
  fc.assert(
    fc.property(fc.array(code, { maxLength: 2000 }), (codes) => {
      const table = new CodeTable();
      const known = new Map<number, number>();
      for (const one of codes) {
        if (!known.has(one)) known.set(one, known.size);
        assert.equal(table.numberOf(one), known.get(one));
        assert.equal(table.size, known.size);
        assert.equal(table.codes[known.get(one)!], one);
      }
    }),
    { numRuns: 200 },
  );
});
