import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { withLock } from '../../scripts/with-lock.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
const MODULE = pathToFileURL(path.resolve('scripts/with-lock.ts')).href;

/** Holds the lock while it reads and writes a number, slowly enough to be caught at it. */
const COUNT_UP = `
  import { readFileSync, writeFileSync } from 'node:fs';
  import { setTimeout as wait } from 'node:timers/promises';
  import { withLock } from '${MODULE}';
  const [lock, file] = process.argv.slice(1);
  await withLock(lock, async () => {
    const before = Number(readFileSync(file, 'utf8'));
    await wait(50);
    writeFileSync(file, String(before + 1));
  });`;

test('processes hold a lock one after another', async () => {
  const [lock, file] = [path.join(root, 'turns.lock'), path.join(root, 'count')];
  writeFileSync(file, '0');
  const runs = [1, 2, 3, 4].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', COUNT_UP, lock, file]),
  );
  const ends = await Promise.all(runs.map((run) => once(run, 'exit')));
  assert.deepEqual(
    ends.map(([code]) => code),
    [0, 0, 0, 0],
  );
  assert.equal(readFileSync(file, 'utf8'), '4');
  assert.ok(!existsSync(lock));
});

test('the holder that is waited for is named once; the lock of a dead one is taken', async () => {
  const lock = path.join(root, 'held.lock');
  writeFileSync(lock, String(spawnSync(process.execPath, ['--version']).pid));
  const waited: number[] = [];
  let second: Promise<string> | undefined;
  await withLock(lock, async () => {
    assert.equal(readFileSync(lock, 'utf8'), String(process.pid));
    second = withLock(
      lock,
      async () => 'second',
      (holder) => waited.push(holder),
    );
    await wait(500);
    assert.deepEqual(waited, [process.pid]);
  });
  assert.equal(await second, 'second');
});

test('a lock that a run of the same number left in a container is taken', async () => {
  const lock = path.join(root, 'container.lock');
  writeFileSync(lock, String(process.pid));
  assert.equal(await withLock(lock, async () => 'taken'), 'taken');
});

test('a lock is given back when the work fails', async () => {
  const lock = path.join(root, 'failed.lock');
  await assert.rejects(
    withLock(lock, () => Promise.reject(new Error('failed'))),
    /failed/,
  );
  assert.ok(!existsSync(lock));
});
