import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { buildSite, SITE_URL } from '../harness/built-site.ts';

/** What a checkout holds that a build reads. */
const CHECKOUT = [
  'astro.config.mjs',
  'content',
  'package-lock.json',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];

let elsewhere: string;
before(() => {
  elsewhere = mkdtempSync(path.join(tmpdir(), 'offprint elsewhere '));
  for (const name of CHECKOUT.toReversed()) {
    cpSync(name, path.join(elsewhere, name), { recursive: true });
  }
  symlinkSync(path.resolve('node_modules'), path.join(elsewhere, 'node_modules'), 'junction');
});
after(() => rmSync(elsewhere, { recursive: true, force: true }));

test('a build in another folder, time zone and locale writes the same bytes', async () => {
  const here = await buildSite('shipped');
  await buildElsewhere({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
  assertSameFiles(path.join(elsewhere, 'dist'), here);
});

test('a rebuild after one changed paper writes what a fresh build writes', async () => {
  const dump = path.join(elsewhere, 'content/dumps/2025-03-14.txt');
  const text = readFileSync(dump, 'utf8');
  // Another topic, and a letter that no font of the site had before.
  const changed = text.replace(
    'is circuit analysis:',
    'is quantized Ж circuit analysis, post-training quantization:',
  );
  assert.notEqual(changed, text);
  writeFileSync(dump, changed);
  await buildElsewhere();
  renameSync(path.join(elsewhere, 'dist'), path.join(elsewhere, 'rebuilt'));
  for (const kept of ['.cache', '.digest']) {
    rmSync(path.join(elsewhere, kept), { recursive: true, force: true });
  }
  await buildElsewhere();
  assertSameFiles(path.join(elsewhere, 'rebuilt'), path.join(elsewhere, 'dist'));
});

async function buildElsewhere(env: Record<string, string> = {}): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
    cwd: elsewhere,
    env: { ...process.env, SITE_URL, BASE_PATH: '/', ...env },
    maxBuffer: 2 ** 26,
  });
}

function assertSameFiles(actual: string, expected: string): void {
  const names = filesBelow(expected);
  assert.deepEqual(filesBelow(actual), names);
  const differing = names.filter(
    (name) =>
      !readFileSync(path.join(actual, name)).equals(readFileSync(path.join(expected, name))),
  );
  assert.deepEqual(differing, []);
}

function filesBelow(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
}
