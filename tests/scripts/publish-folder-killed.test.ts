import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { mock, test } from 'node:test';
import { publishFolder } from '../../scripts/publish-folder.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

/** All calls by which a folder is changed. */
const CALLS = [
  'closeSync',
  'fsyncSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'symlinkSync',
  'writeFileSync',
] as const;
const FILES = ['a', 'b', 'c'];
const root = temporaryFolder();

test('killed before any call to the system, the folder is the old or the new one', () => {
  const target = path.join(root, 'killed', '.digest');
  publish(target, 'old');
  const found: string[] = [];
  let calls = 0;
  while (diesAfter(calls, () => publish(target, 'new'))) {
    found.push(contentOf(target));
    calls += 1;
    publish(target, 'old');
  }
  assert.ok(calls > FILES.length);
  assert.deepEqual(new Set(found).difference(new Set(['old', 'new'])), new Set());
  assert.equal(contentOf(target), 'new');
  // It, and the generation before.
  assert.equal(fs.readdirSync(path.dirname(target)).length, 3);
});

test('every file is on the disk before the folder takes its place', () => {
  const target = path.join(root, 'synced', '.digest');
  const made: string[] = [];
  diesAfter(Infinity, () => publish(target, 'new'), made);
  const moved = made.indexOf('renameSync');
  assert.equal(made.lastIndexOf('renameSync'), moved);
  assert.equal(made.slice(0, moved).filter((name) => name === 'fsyncSync').length, FILES.length);
});

function publish(target: string, text: string): void {
  publishFolder(target, (folder) => {
    for (const name of FILES) fs.writeFileSync(path.join(folder, name), text);
  });
}

/** The one text of all files; a folder with others, or without some, fails the test. */
function contentOf(target: string): string {
  assert.deepEqual(fs.readdirSync(target).sort(), FILES);
  const texts = new Set(FILES.map((name) => fs.readFileSync(path.join(target, name), 'utf8')));
  assert.equal(texts.size, 1);
  return [...texts][0]!;
}

/** Runs as a process would that is killed after so many calls; says whether it was. */
function diesAfter(calls: number, run: () => void, made: string[] = []): boolean {
  const killed = new Error('killed');
  let isKilled = false;
  for (const name of CALLS) {
    const original = fs[name] as (...args: unknown[]) => unknown;
    mock.method(fs, name, (...args: unknown[]) => {
      isKilled ||= made.length >= calls;
      // The dead do not clean up: every call after that fails too.
      if (isKilled) throw killed;
      made.push(name);
      return original(...args);
    });
  }
  syncBuiltinESMExports();
  try {
    run();
  } catch (error) {
    if (error !== killed) throw error;
  } finally {
    mock.restoreAll();
    syncBuiltinESMExports();
  }
  return isKilled;
}
