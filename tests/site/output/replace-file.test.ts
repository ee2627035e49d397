import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { writeParts } from '../../../src/site/output/kept-parts.ts';
import { replaceFile } from '../../../src/site/output/replace-file.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const root = temporaryFolder();

test('a file is replaced as a whole; where that fails, the old one stays and nothing else', () => {
  const folder = mkdtempSync(path.join(root, 'replaced-'));
  const file = path.join(folder, 'sub', 'file');
  replaceFile(file, (target) => writeFileSync(target, 'old'));
  const full = new Error('ENOSPC');
  assert.throws(
    () =>
      replaceFile(file, (target) => {
        writeFileSync(target, 'half');
        throw full;
      }),
    full,
  );
  assert.equal(readFileSync(file, 'utf8'), 'old');
  assert.deepEqual(readdirSync(path.dirname(file)), ['file']);
});

test('a cache that cannot be written leaves nothing behind', () => {
  const folder = mkdtempSync(path.join(root, 'cache-'));
  mkdirSync(path.join(folder, 'words.parts'));
  writeParts(path.join(folder, 'words.parts'), '1', [Buffer.from('part')]);
  assert.deepEqual(readdirSync(folder), ['words.parts']);
});
