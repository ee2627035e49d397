import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeOf, toBasePath } from '../../../src/site/output/places.ts';

test('a base path begins and ends with a slash, however it is written', () => {
  for (const base of ['a/b', '/a/b', 'a/b/', '/a/b/', '//a//b//'])
    assert.equal(toBasePath(base), '/a/b/', base);
  for (const base of ['', '/', '//']) assert.equal(toBasePath(base), '/', base);
  assert.equal(homeOf('https://example.org/x', 'a').href, 'https://example.org/a/');
});
