import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { KeptLines, toLine } from '../../../src/site/output/kept-lines.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;

/** A new place; `build` asks for the results of some names there and tells which had to be made. */
function newPlace() {
  const file = path.join(root, `${(files += 1)}`, 'kept.ndjson');
  const build = (names: string, version = '1') => {
    const kept = new KeptLines(file, version);
    const made: string[] = [];
    for (const name of names) {
      const result = kept.keep(name, () => {
        made.push(name);
        return { name, text: 'α\n' };
      });
      assert.deepEqual(result, { name, text: 'α\n' });
    }
    kept.save();
    return made.join('');
  };
  return { file, build };
}

test('what was made is kept for the next build, and no longer when a build did without', () => {
  const { file, build } = newPlace();
  assert.equal(build('abc'), 'abc');
  assert.equal(build('cadb'), 'd');
  assert.equal(build('bd'), '');
  assert.equal(build('abcd'), 'ac');
  assert.equal(build('abcd'), '');
  assert.deepEqual(readdirSync(path.dirname(file)), ['kept.ndjson']);
});

test('of another version nothing is kept', () => {
  const { build } = newPlace();
  assert.equal(build('ab', '1'), 'ab');
  assert.equal(build('ab', '2'), 'ab');
  assert.equal(build('ab', '2'), '');
});

test('a damaged file costs its results and nothing else', () => {
  const { file, build } = newPlace();
  build('abc');
  writeFileSync(file, readFileSync(file).subarray(0, -6));
  assert.equal(build('abc'), 'c');
  assert.equal(build('abc'), '');
  writeFileSync(file, '');
  assert.equal(build('abc'), 'abc');
});

test('lines of another thread are as good as results', () => {
  const { file } = newPlace();
  const kept = new KeptLines(file, '1');
  kept.add(Buffer.from(toLine('a', ['one']) + toLine('b', ['two'])));
  assert.ok(kept.has('b') && !kept.has('c'));
  assert.deepEqual(
    kept.keep('b', () => assert.fail()),
    ['two'],
  );
  kept.save();
  const next = new KeptLines(file, '1');
  assert.ok(next.has('b') && !next.has('a'));
});

test('a place that cannot be written is no fault', () => {
  const file = path.join(root, 'no-folder');
  writeFileSync(file, '');
  const kept = new KeptLines(path.join(file, 'kept.ndjson'), '1');
  assert.equal(
    kept.keep('a', () => 1),
    1,
  );
  kept.save();
  assert.ok(!existsSync(path.join(file, 'kept.ndjson')));
});
