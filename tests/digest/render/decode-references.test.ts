import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeReferences } from '../../../src/digest/render/decode-references.ts';

const ROWS: [html: string, text: string][] = [
  ['a &#x3C; b &amp; c', 'a < b & c'],
  ['&quot;x&apos;&#38;&GT;', `"x'&>`],
  ['&#x1F600;&#128512;', '😀😀'],
  // Read once only.
  ['&amp;lt;', '&lt;'],
  // No character, no reference.
  ['&#x110000;&#9999999;&nbsp;&amp', '&#x110000;&#9999999;&nbsp;&amp'],
];

test('references of rendered HTML are read, and all else stays', () => {
  for (const [html, text] of ROWS) assert.equal(decodeReferences(html), text);
});
