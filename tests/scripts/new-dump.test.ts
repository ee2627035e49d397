import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { newContent, run, STACK } from '../harness/run-script.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
const DUMP = path.join('content', 'dumps', '2025-03-14.txt');

test('new-dump puts a paste among the dumps byte for byte, under a free name', () => {
  const content = newContent(root);
  const dumps = path.join(content, 'dumps');
  rmSync(path.join(dumps, '2025-03-14.txt'));
  const bytes = readFileSync(DUMP);
  const add = (args: string[], input?: Buffer | string) =>
    run('new-dump.ts', args, { CONTENT_DIR: content }, input);
  assert.match(add(['--date', '2025-03-14'], bytes).stderr, /56 papers in .*2025-03-14\.txt/);
  assert.ok(readFileSync(path.join(dumps, '2025-03-14.txt')).equals(bytes));
  assert.match(
    add([DUMP]).stderr,
    /there already: dumps\/2025-03-14\.txt\. Nothing was written\.\s*$/,
  );
  assert.match(add(['--date', '2025-03-13', DUMP]).stderr, /To move it to another day, rename/);
  const other =
    'A New Paper\r\n\r\nWith an abstract that is long enough to be one by every measure.\r\n';
  assert.match(add(['--date', '2025-03-14'], other).stderr, /2025-03-14-2\.txt/);
  assert.match(
    add(['--date', '2025-03-14', '--name', 'b'], `${other} `).stderr,
    /2025-03-14-b\.txt/,
  );
  assert.equal(readFileSync(path.join(dumps, '2025-03-14-2.txt'), 'utf8'), other);
  assert.match(add([], `14 Mar 2025\n\n${other}`).stderr, /2025-03-14-3\.txt/);
  for (const [args, input] of [
    [['--date', '2025-02-30'], other],
    [['--date', '2025-03-16'], 'Only a Title\n'],
    [['--date', '2025-03-16'], '%PDF-1.7'],
    [['--date', '2025-03-16'], `${other}${'a\n'.repeat(500_000)}`],
    [['--date='], other],
    [['--name', '../x'], other],
  ] as const) {
    const refused = add([...args], input);
    assert.equal(refused.status, 1);
    assert.doesNotMatch(refused.stderr, STACK);
  }
  assert.match(add(['--date', '2025-02-30'], other).stderr, /Unexpected date `2025-02-30`/);
  assert.equal(readdirSync(dumps).length, 4);
});

test('new-dump waits for what comes late through a pipe', async () => {
  const child = spawn(process.execPath, ['scripts/new-dump.ts', '--date', '2025-03-15'], {
    env: { ...process.env, CONTENT_DIR: newContent(root) },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  // More than a pipe holds: when all of it is gone, it is being read.
  child.stdin.write('\n'.repeat(400_000));
  await once(child.stdin, 'drain');
  await setTimeout(500);
  child.stdin.end(
    'A New Paper\n\nWith an abstract that is long enough to be one by every measure.\n',
  );
  assert.match(await said, /^1 paper in .*2025-03-15\.txt/m);
});

test('new-dump passes over what is no file among the dumps', () => {
  const content = newContent(root);
  mkdirSync(path.join(content, 'dumps', '2025-03-15.txt'));
  symlinkSync('nothing', path.join(content, 'dumps', '2025-03-16.txt'));
  const paste = 'A New Paper\n\nWith an abstract that is long enough to be one by every measure.\n';
  for (const date of ['2025-03-15', '2025-03-16']) {
    const { status, stderr } = run(
      'new-dump.ts',
      ['--date', date],
      { CONTENT_DIR: content },
      `${paste}${date}\n`,
    );
    assert.equal(status, 0, stderr);
    assert.match(stderr, new RegExp(`1 paper in .*${date}-2\\.txt`));
  }
});
