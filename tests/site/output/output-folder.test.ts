import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { removeStrangers, strangersIn } from '../../../src/site/output/empty-folder.ts';
import { recordedNames } from '../../../src/site/output/marks.ts';
import { OutputFolder } from '../../../src/site/output/output-folder.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const root = temporaryFolder();

test('a file stays while its key is the same, and goes when nobody wants it', () => {
  const { folder, open, read } = newOutput();
  build(open(), { 'a/x': 'one', 'b/y': 'one', z: 'one' });
  const second = open();
  assert.ok(second.keeps('a/x', 'one'));
  assert.ok(!second.keeps('z', 'two'));
  second.write('z', 'two', [{ key: 'piece', text: () => 'in pieces\n' }]);
  second.finish();
  assert.equal(read('a/x'), 'one');
  assert.equal(read('z'), 'in pieces\n');
  assert.ok(!existsSync(path.join(folder, 'b')));
});

test('a file that somebody has changed or removed is not kept', () => {
  const { folder, open } = newOutput();
  build(open(), { x: 'one', y: 'one' });
  writeFileSync(path.join(folder, 'x'), 'two');
  // Some file systems do not tell two writes of one moment apart.
  const later = new Date(Date.now() + 1000);
  utimesSync(path.join(folder, 'x'), later, later);
  rmSync(path.join(folder, 'y'));
  assert.ok(!open().keeps('x', 'one'));
  assert.ok(!open().keeps('y', 'one'));
});

test('of another version nothing is kept, and what it wrote is removed', () => {
  const { folder, open } = newOutput();
  build(open(), { x: 'one', y: 'one' });
  const next = open('2');
  assert.ok(!next.keeps('x', 'one'));
  build(next, { x: 'one' });
  assert.deepEqual(readdirSync(folder), ['x']);
});

test('a folder with another name keeps the files that are the same', () => {
  const { folder, open, read } = newOutput();
  build(open(), { 'index/old/a': 'one', 'index/old/b': 'two', 'index/names': 'old' });
  const next = open();
  next.rename('index/', 'new');
  assert.ok(next.keeps('index/new/a', 'one'));
  assert.ok(!next.keeps('index/new/b', 'three'));
  build(next, { 'index/new/b': 'three', 'index/names': 'new' });
  assert.equal(read('index/new/a'), 'one');
  assert.deepEqual(readdirSync(path.join(folder, 'index')).sort(), ['names', 'new']);
  assert.deepEqual(readdirSync(path.join(folder, 'index/new')).sort(), ['a', 'b']);
});

test('a record that is damaged, or of another folder, is none', () => {
  const { folder, record, open } = newOutput();
  build(open(), { x: 'one' });
  assert.deepEqual(recordedNames(folder, record), ['x']);
  assert.deepEqual(recordedNames(root, record), []);
  writeFileSync(record, readFileSync(record, 'utf8').slice(0, -9));
  assert.deepEqual(recordedNames(folder, record), []);
  assert.ok(!open().keeps('x', 'one'));
});

test('an emptied folder holds the kept files and nothing else', () => {
  const folder = mkdtempSync(path.join(root, 'empty-'));
  for (const name of ['a/b/kept', 'a/b/other', 'a/c/other', 'd/other', '.git/head', 'other']) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), '');
  }
  const strangers = strangersIn(folder, new Set(['a/b/kept', 'd/gone']));
  assert.deepEqual([...strangers].sort(), ['a/b/other', 'a/c', 'd', 'other']);
  removeStrangers(folder, strangers);
  const left = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  assert.deepEqual(
    left.sort(),
    ['.git/head', 'a/b/kept'].map((name) => path.normalize(name)),
  );
  assert.deepEqual(readdirSync(folder).sort(), ['.git', 'a']);
  assert.deepEqual(strangersIn(path.join(folder, 'missing'), new Set()), []);
});

function newOutput() {
  const folder = mkdtempSync(path.join(root, 'dist-'));
  const record = path.join(mkdtempSync(path.join(root, 'cache-')), 'sub', 'record.ndjson');
  return {
    folder,
    record,
    open: (version = '1') => new OutputFolder(folder, record, version),
    read: (name: string) => readFileSync(path.join(folder, name), 'utf8'),
  };
}

/** Writes files whose key is their text. */
function build(output: OutputFolder, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) output.write(name, text, text);
  output.finish();
}
