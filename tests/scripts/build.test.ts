import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BUILD_LOCK } from '../../scripts/build-lock.ts';
import { withLock } from '../../scripts/with-lock.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();

test('two builds at once by way of one digest: each site is of its own content', async () => {
  const place = mkdtempSync(path.join(root, 'two-'));
  const titles = ['One', 'Other'];
  await Promise.all(
    titles.map((title) => {
      const content = path.join(place, title);
      cpSync('tests/fixtures/sparse-content', content, { recursive: true });
      writeFileSync(path.join(content, 'site.yaml'), `title: ${title}\ndescription: It is.\n`);
      return build({
        CONTENT_DIR: content,
        DIGEST_DIR: path.join(place, '.digest'),
        CACHE_DIR: path.join(content, 'cache'),
        OUT_DIR: path.join(place, `${title}-dist`),
      });
    }),
  );
  for (const title of titles) {
    const home = readFileSync(path.join(place, `${title}-dist`, 'index.html'), 'utf8');
    assert.match(home, new RegExp(`<title>${title}\\b`));
  }
});

test('a digest is not made anew while a build is under way', async () => {
  const place = mkdtempSync(path.join(root, 'alone-'));
  const digest = path.join(place, '.digest');
  const run = await withLock(BUILD_LOCK, async () => {
    const waiting = spawn(process.execPath, ['scripts/build-digest.ts'], {
      env: {
        ...process.env,
        CONTENT_DIR: 'tests/fixtures/sparse-content',
        DIGEST_DIR: digest,
        CACHE_DIR: path.join(place, 'cache'),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [said] = (await once(waiting.stderr, 'data')) as [Buffer];
    assert.match(said.toString(), /^Another build is running: .* process \d+/);
    assert.ok(!existsSync(digest));
    return waiting;
  });
  assert.deepEqual(await once(run, 'exit'), [0, null]);
  assert.ok(existsSync(digest));
});

test('a build never empties the folder that holds its content', async () => {
  const place = mkdtempSync(path.join(root, 'out-'));
  const content = path.join(place, 'content');
  cpSync('tests/fixtures/sparse-content', content, { recursive: true });
  const built = build({
    CONTENT_DIR: content,
    DIGEST_DIR: path.join(place, '.digest'),
    CACHE_DIR: path.join(root, 'out-cache'),
    OUT_DIR: place,
  });
  await assert.rejects(built, {
    code: 1,
    stderr: /^Unexpected OUT_DIR .*, which holds .*content`: /,
  });
  assert.ok(existsSync(path.join(content, 'site.yaml')));
});

test('a build that is killed as soon as it writes can be run again', async () => {
  const place = mkdtempSync(path.join(root, 'killed-'));
  const out = path.join(place, 'dist');
  const env = {
    CONTENT_DIR: 'tests/fixtures/sparse-content',
    DIGEST_DIR: path.join(place, '.digest'),
    CACHE_DIR: path.join(place, 'cache'),
    OUT_DIR: out,
  };
  const killed = spawn(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const ended = once(killed, 'exit');
  while (killed.exitCode === null && !(existsSync(out) && readdirSync(out).length > 0))
    await setImmediate();
  killed.kill('SIGKILL');
  await ended;
  assert.equal(killed.signalCode, 'SIGKILL');
  assert.ok(!existsSync(path.join(out, 'index.html')));
  await build(env);
  assert.ok(existsSync(path.join(out, 'index.html')));
});

test('a build says for machines how long each of its stages took', async () => {
  const place = mkdtempSync(path.join(root, 'stages-'));
  const env = {
    CONTENT_DIR: 'tests/fixtures/sparse-content',
    DIGEST_DIR: path.join(place, '.digest'),
    CACHE_DIR: path.join(place, 'cache'),
    OUT_DIR: path.join(place, 'dist'),
  };
  const digest = ['read', 'tag', 'relate', 'write'];
  const { stderr } = await build(env, '--json');
  assert.deepEqual(stagesIn(stderr), [digest, ['compile', 'pages', 'files']]);
  const { stderr: again } = await build(env, '--json');
  assert.deepEqual(stagesIn(again), [digest, ['pages', 'files']]);
});

/** The stages of each step of a build, from what it said; none without a time. */
function stagesIn(said: string): string[][] {
  const reports = said.split('\n').filter((line) => line.startsWith('{'));
  return reports.map((report) => {
    const { seconds } = JSON.parse(report) as { seconds: Record<string, number> };
    assert.ok(Object.values(seconds).every((taken) => taken >= 0));
    return Object.keys(seconds);
  });
}

function build(env: Record<string, string>, ...args: string[]) {
  return promisify(execFile)(process.execPath, ['scripts/build.ts', ...args], {
    env: { ...process.env, ...env },
  });
}
