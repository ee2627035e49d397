import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const root = temporaryFolder();

/** A build that waited for its own thread would never end. */
const TOO_LONG_MS = 120_000;

test('a build that cannot write into its folder says why, and ends', () => {
  const out = path.join(root, 'file');
  writeFileSync(out, 'no folder');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
    timeout: TOO_LONG_MS,
    env: {
      ...process.env,
      OUT_DIR: out,
      DIGEST_DIR: path.join(root, 'digest'),
      CACHE_DIR: path.join(root, 'cache'),
    },
  });
  assert.equal(status, 1);
  assert.match(stderr, /Cannot write .*file: a part of the path is a file/);
  assert.doesNotMatch(stderr, /^ +at /m);
});
