import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { publishFolder } from '../../scripts/publish-folder.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
const script = fileURLToPath(new URL('../fixtures/publish-slowly.ts', import.meta.url));
const FILES = 40;

test('a published folder is replaced as a whole, and leaves one generation behind', () => {
  const target = newTarget();
  for (const round of ['one', 'two', 'three']) {
    publishFolder(target, (folder) => writeFileSync(path.join(folder, 'a'), round));
    assert.equal(readFileSync(path.join(target, 'a'), 'utf8'), round);
  }
  assert.equal(generations(target).length, 2);
});

test('a folder of an older version is replaced too', () => {
  const target = newTarget();
  mkdirSync(target);
  writeFileSync(path.join(target, 'old'), '');
  publishFolder(target, (folder) => writeFileSync(path.join(folder, 'new'), ''));
  assert.deepEqual(readdirSync(target), ['new']);
});

test('folders that are published one right after the other are told apart', () => {
  const target = newTarget();
  for (let round = 0; round < 50; round++)
    publishFolder(target, (folder) => writeFileSync(path.join(folder, 'a'), `${round}`));
  assert.equal(readFileSync(path.join(target, 'a'), 'utf8'), '49');
});

test('a copy that somebody has made of a published folder stays', () => {
  const target = newTarget();
  const copy = `${target}-backup-99999999`;
  mkdirSync(copy);
  publishFolder(target, (folder) => writeFileSync(path.join(folder, 'a'), 'new'));
  assert.ok(existsSync(copy));
});

test('a failure while writing leaves the old folder and nothing else', () => {
  const target = newTarget();
  publishFolder(target, (folder) => writeFileSync(path.join(folder, 'a'), 'old'));
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  assert.throws(
    () =>
      publishFolder(target, (folder) => {
        writeFileSync(path.join(folder, 'a'), 'half');
        throw full;
      }),
    full,
  );
  assert.equal(readFileSync(path.join(target, 'a'), 'utf8'), 'old');
  assert.equal(generations(target).length, 1);
});

test('killed at any moment, the folder is the old or the new one; the next run cleans up', async () => {
  const target = newTarget();
  for (let round = 0; round < 8; round++) {
    const child = spawn(process.execPath, [script, target, String(round), String(FILES)]);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await Promise.race([ended, once(child.stdout, 'data')]);
    await Promise.race([ended, wait(round * 25)]);
    child.kill('SIGKILL');
    await ended;
    if (existsSync(target)) assertWhole(target);
  }
  publishFolder(target, (folder) => {
    for (let at = 0; at < FILES; at++) writeFileSync(path.join(folder, String(at)), 'last');
  });
  assertWhole(target);
  assert.ok(generations(target).length <= 2);
});

test('two runs at once leave the whole work of one of them', async () => {
  const target = newTarget();
  const runs = ['a', 'b', 'c'].map((round) => {
    const child = spawn(process.execPath, [script, target, round, String(FILES)]);
    return new Promise<number | null>((resolve) => child.once('exit', resolve));
  });
  assert.deepEqual(await Promise.all(runs), [0, 0, 0]);
  assertWhole(target);
});

test(
  'in a folder that may not be written the cause is thrown and the old one stays',
  { skip: process.platform === 'win32' || process.getuid?.() === 0 },
  () => {
    const target = newTarget();
    publishFolder(target, (folder) => writeFileSync(path.join(folder, 'a'), 'old'));
    chmodSync(path.dirname(target), 0o500);
    assert.throws(() => publishFolder(target, () => {}), { code: 'EACCES' });
    chmodSync(path.dirname(target), 0o700);
    assert.equal(readFileSync(path.join(target, 'a'), 'utf8'), 'old');
  },
);

function newTarget(): string {
  return path.join(mkdtempSync(path.join(root, 'case-')), '.digest');
}

function generations(target: string): string[] {
  return readdirSync(path.dirname(target)).filter((name) => name !== path.basename(target));
}

/** All files there, all of one round. */
function assertWhole(target: string): void {
  const names = readdirSync(target);
  assert.equal(names.length, FILES);
  assert.equal(new Set(names.map((name) => readFileSync(path.join(target, name), 'utf8'))).size, 1);
}
