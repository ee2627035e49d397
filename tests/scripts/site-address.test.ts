import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  faultOfBasePath,
  faultOfPort,
  faultOfSiteUrl,
  noteOnAddress,
} from '../../scripts/site-address.ts';

test('SITE_URL is an http(s) address, or nothing', () => {
  for (const good of [undefined, '', 'https://example.org', 'http://localhost:8080/']) {
    assert.equal(faultOfSiteUrl(good), undefined);
  }
  for (const bad of ['example.org', 'ftp://example.org', '/digest/']) {
    assert.match(faultOfSiteUrl(bad)!, /^Unexpected SITE_URL `.*`, expected an address/);
  }
});

test('PORT is a number that a port can have, or nothing', () => {
  for (const good of [undefined, '', '0', '8080', '65535'])
    assert.equal(faultOfPort(good), undefined);
  for (const bad of ['http', '-1', '80.5', '65536', ' 80', '0x50'])
    assert.match(faultOfPort(bad)!, /^Unexpected PORT `.*`, expected a number from 0 to 65535$/);
});

test('BASE_PATH is a path that stands in addresses as it is written, or nothing', () => {
  for (const good of [
    undefined,
    '',
    '/',
    'digest',
    '/digest',
    '/digest/',
    'a/b/',
    '/a.b/..c/~d-e_f/',
  ])
    assert.equal(faultOfBasePath(good), undefined, good);
  for (const bad of [
    '/a b/',
    '/\u00fc/',
    '/<b>/',
    '//evil.example/',
    '/a//b/',
    '/../x/',
    '/x/..',
    '/./',
    '/a?b/',
    '/a#b/',
    '/%2e%2e/',
    '\\x\\',
    'https://example.org/',
    'C:/Program Files/Git/digest/',
  ])
    assert.match(faultOfBasePath(bad)!, /^Unexpected BASE_PATH `.*`, expected a path of letters/);
});

test('a path of SITE_URL that nothing will stand below is named', () => {
  assert.match(noteOnAddress(undefined)!, /Set SITE_URL/);
  assert.equal(noteOnAddress('https://example.org'), undefined);
  assert.match(
    noteOnAddress('https://example.org/digest')!,
    /at https:\/\/example\.org\/: .*BASE_PATH/,
  );
});
