import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOfSiteUrl, noteOnAddress } from '../../scripts/site-address.ts';

test('SITE_URL is an http(s) address, or nothing', () => {
  for (const good of [undefined, '', 'https://example.org', 'http://localhost:8080/']) {
    assert.equal(faultOfSiteUrl(good), undefined);
  }
  for (const bad of ['example.org', 'ftp://example.org', '/digest/']) {
    assert.match(faultOfSiteUrl(bad)!, /^Unexpected SITE_URL `.*`, expected an address/);
  }
});

test('a path of SITE_URL that nothing will stand below is named', () => {
  assert.match(noteOnAddress(undefined)!, /Set SITE_URL/);
  assert.equal(noteOnAddress('https://example.org'), undefined);
  assert.match(
    noteOnAddress('https://example.org/digest')!,
    /at https:\/\/example\.org\/: .*BASE_PATH/,
  );
});
