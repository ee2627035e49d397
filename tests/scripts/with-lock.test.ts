import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { withLock } from '../../scripts/with-lock.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
const [MODULE, LOCK_MODULE] = ['scripts/with-lock.ts', 'scripts/lock-file.ts'].map(
  (file) => pathToFileURL(path.resolve(file)).href,
);

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

/**
 * Takes one lock after the other, each at a moment at which others take it too, from the one that it
 * is told when it is ready; tells which, and lives until it is told to end.
 */
const TAKE_ALL = `
  import { once } from 'node:events';
  import { takeLock } from '${LOCK_MODULE}';
  const [folder, count] = process.argv.slice(1);
  const taken = [];
  console.log('ready');
  const [begin] = await once(process.stdin, 'data');
  for (let round = 0; round < Number(count); round++) {
    while (performance.timeOrigin + performance.now() < Number(begin) + 4 * round);
    if (takeLock(folder + '/' + round) === undefined) taken.push(round);
  }
  console.log(JSON.stringify(taken));
  process.stdin.resume();`;

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

test('of two that find the lock of a dead process, one takes it', async () => {
  const rounds = 300;
  const folder = mkdtempSync(path.join(root, 'dead-'));
  const dead = String(spawnSync(process.execPath, ['--version']).pid);
  for (let round = 0; round < rounds; round++) writeFileSync(path.join(folder, `${round}`), dead);
  const runs = [1, 2].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', TAKE_ALL, folder, String(rounds)]),
  );
  const said = () =>
    Promise.all(runs.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])));
  await said();
  const begin = String(Date.now() + 100);
  const end = said();
  for (const run of runs) run.stdin.write(begin);
  const taken = (await end).map((line) => JSON.parse(line) as number[]);
  for (const run of runs) run.stdin.end();
  assert.deepEqual(
    taken.flat().toSorted((a, b) => a - b),
    Array.from({ length: rounds }, (_, round) => round),
  );
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
