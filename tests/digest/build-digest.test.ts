import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDigest } from '../../src/digest/build-digest.ts';
import { readContent } from '../../scripts/read-content.ts';

test('the shipped dump: 56 papers, every line accounted for', () => {
  const digest = buildDigest(readContent('content'));
  assert.equal(digest.papers.length, 56);
  assert.equal(digest.ledger.length, 117);
  assert.equal(digest.ledger.filter(({ role }) => role === 'furniture').length, 5);
});
