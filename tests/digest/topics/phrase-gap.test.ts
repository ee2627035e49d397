import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { endsWithHyphen, phraseGap, textOfGap } from '../../../src/digest/topics/phrase-gap.ts';

/** " ", "-", " – ": what parts no phrase */
const GAP = /^[\s\-‐‑–/]{1,3}$/;

test('a gap of a phrase is told as it stands, with its white space as one space', () => {
  const character = fc.constantFrom(...' \t\u00a0\ufeff\n-‐‑–/.,—_'.split(''), '\u{1f600}');
  fc.assert(
    fc.property(fc.array(character, { maxLength: 5 }), (characters) => {
      const text = characters.join('');
      const gap = phraseGap(`a${text}b`, 1, 1 + text.length);
      assert.equal(gap > 0, GAP.test(text));
      if (gap === 0) return;
      assert.ok(gap < 2 ** 16);
      assert.equal(textOfGap(gap), text.replace(/\s+/g, ' '));
      assert.equal(endsWithHyphen(gap), text.endsWith('-'));
    }),
    { numRuns: 1000 },
  );
});
