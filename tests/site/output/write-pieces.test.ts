import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { writePieces } from '../../../src/site/output/write-pieces.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const root = temporaryFolder();

/** A new file; `write` tells which of its pieces were made. */
function newFile() {
  const folder = mkdtempSync(path.join(root, 'dist-'));
  const [file, record] = [path.join(folder, 'file'), `${folder}.record`];
  const write = (keys: readonly string[], version = '1') => {
    const made: string[] = [];
    const pieces = keys.map((key) => ({
      key,
      text: () => {
        made.push(key);
        return textOf(key);
      },
    }));
    writePieces(file, pieces, { record, version });
    assert.equal(readFileSync(file, 'utf8'), keys.map(textOf).join(''));
    assert.deepEqual(readdirSync(folder), ['file']);
    return made.join('');
  };
  return { file, record, write };
}

/** Of different lengths, in several lines, and of more bytes than characters. */
const textOf = (key: string) => `${key}\n${'→'.repeat(key.charCodeAt(0) % 7)}\n`;

test('pieces that a file had are copied, wherever they stood', () => {
  const { write } = newFile();
  assert.equal(write([...'abcdef']), 'abcdef');
  assert.equal(write([...'abXdef']), 'X');
  assert.equal(write([...'fYabd']), 'Y');
  assert.equal(write([...'Xabdf']), 'X');
  assert.equal(write([]), '');
  assert.equal(write(['a']), 'a');
});

test('a file that somebody has changed or removed is made anew', () => {
  const { file, write } = newFile();
  write([...'abc']);
  writeFileSync(file, readFileSync(file, 'utf8').replace('a', 'A'));
  assert.equal(write([...'abc']), 'abc');
  rmSync(file);
  assert.equal(write([...'abc']), 'abc');
  assert.equal(write([...'abc']), '');
});

test('so is one of another version, and one whose record is damaged', () => {
  const { record, write } = newFile();
  write([...'abc']);
  assert.equal(write([...'abc'], '2'), 'abc');
  writeFileSync(record, readFileSync(record).subarray(0, -3));
  assert.equal(write([...'abc'], '2'), 'abc');
  writeFileSync(record, readFileSync(record, 'utf8').replace(/"b",\d+/, '"b",1'));
  assert.equal(write([...'abc'], '2'), 'abc');
});

test('a file of very many pieces is written as it should be', () => {
  const { write } = newFile();
  const many = Array.from({ length: 5000 }, (_, at) => `${at}`);
  write(many);
  assert.equal(write(many.with(2500, 'new')), 'new');
});
