import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  packReading,
  readText,
  unpackReading,
  type PackedReading,
} from '../../../src/digest/paper/read-text.ts';

const SAMPLES = ['', 'Plain text.', 'A < b & c_d*', 'O(n^2) steps', 'bf{bold} and 3times faster'];

test('a reading is the same after it was packed, and kept as JSON', () => {
  const sources = fc.oneof(fc.constantFrom(...SAMPLES), fc.string());
  fc.assert(
    fc.property(sources, (source) => {
      const reading = readText(source);
      const packed = JSON.parse(JSON.stringify(packReading(reading))) as PackedReading;
      const unpacked = unpackReading(source, packed);
      assert.equal(JSON.stringify(unpacked), JSON.stringify(sorted(reading)));
    }),
  );
});

test('of a text without repairs nothing is kept', () => {
  assert.deepEqual(packReading(readText('Plain text.')), {});
});

/** As `unpackReading` orders its keys: the order is that of what is published. */
function sorted({
  repaired: { source, edits, phrasing },
  markdown,
  text,
}: ReturnType<typeof readText>) {
  return { repaired: { source, edits, phrasing }, markdown, text };
}
