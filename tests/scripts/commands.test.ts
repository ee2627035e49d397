import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { newContent, run, STACK } from '../harness/run-script.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
const DUMP = path.join('content', 'dumps', '2025-03-14.txt');

test('parse prints the records of a dump, and needs no content folder', () => {
  const { status, stdout, stderr } = run('parse.ts', [DUMP], {
    CONTENT_DIR: path.join(root, 'none'),
  });
  assert.equal(status, 0, stderr);
  assert.equal((JSON.parse(stdout) as unknown[]).length, 56);
});

test('parse names faults, prints nothing and exits 1', () => {
  const undated = path.join(root, 'paste.txt');
  cpSync(DUMP, undated);
  const { status, stdout, stderr } = run('parse.ts', [undated, path.join(root, 'no.txt'), root]);
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /`paste\.txt`, expected one that begins with a date/);
  assert.match(stderr, /a file that exists/);
  assert.match(stderr, /a file, not a folder/);
  assert.doesNotMatch(stderr, STACK);
});

test('a file is found from the folder in which npm was started, too', () => {
  const { status, stdout, stderr } = run('parse.ts', ['dumps/2025-03-14.txt'], {
    INIT_CWD: path.resolve('content'),
  });
  assert.equal(status, 0, stderr);
  const [first] = JSON.parse(stdout) as { source: { dump: string } }[];
  assert.equal(first!.source.dump, 'dumps/2025-03-14.txt');
});

test('parse --json gives findings to machines; wrong arguments show the usage', () => {
  const dump = path.join(root, '2025-03-14.txt');
  writeFileSync(dump, 'A Title Without an Abstract\n');
  const { status, stderr } = run('parse.ts', ['--json', dump]);
  assert.equal(status, 0);
  assert.equal((JSON.parse(stderr) as { rule: string }[])[0]!.rule, 'title-without-abstract');
  for (const args of [[], ['--frobnicate', DUMP]]) {
    const wrong = run('parse.ts', args);
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /^Usage:/m);
    assert.doesNotMatch(wrong.stderr, STACK);
  }
});

test('a mistyped option shows the usage of its command', () => {
  for (const script of [
    'bench/build.ts',
    'bench/search.ts',
    'build-digest.ts',
    'check-feeds.ts',
    'eval.ts',
    'new-dump.ts',
    'parse.ts',
    'screenshots.ts',
    'topics.ts',
  ]) {
    const { status, stderr } = run(script, ['--frobnicate']);
    assert.equal(status, 1, script);
    assert.match(stderr, /'--frobnicate'.*\n\nUsage: /, script);
    assert.doesNotMatch(stderr, STACK, script);
  }
});

test('pages without a digest are refused with the command that makes one', () => {
  const [digest, out] = ['no-digest', 'no-dist'].map((name) => path.join(root, name)) as [
    string,
    string,
  ];
  const { status, stderr } = run('build-pages.ts', [], { DIGEST_DIR: digest, OUT_DIR: out });
  assert.equal(status, 1);
  assert.match(stderr, /^There is no digest in .*no-digest\/\..*npm run build/);
  assert.ok(!existsSync(out));
});

test('all faults of all content files are reported at once, and nothing is written', () => {
  const content = newContent(root);
  writeFileSync(path.join(content, 'dumps', 'march.txt'), 'x');
  writeFileSync(path.join(content, 'site.yaml'), 'titel: X\n');
  writeFileSync(path.join(content, 'metadata.yaml'), 'a:\n  arxiv: 2401.12340\n');
  const { status, stderr } = build(content);
  assert.equal(status, 1);
  assert.match(stderr, /march\.txt/);
  assert.match(stderr, /did you mean `title`/);
  assert.match(stderr, /2:10 +error Unexpected number `2401\.12340`/);
  assert.doesNotMatch(stderr, STACK);
  assert.ok(!existsSync(path.join(content, '.digest')));
});

test('the report counts what is new; a rebuild from the cache has the same bytes', () => {
  const content = newContent(root);
  assert.match(build(content).stderr, /56 papers from 1 dump\.\n\d+ repairs in \d+ papers/);
  const first = bytesOf(path.join(content, '.digest'));
  const again = build(content, {
    TZ: 'Pacific/Auckland',
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'tr_TR.UTF-8',
  });
  assert.match(again.stderr, /none new/);
  assert.equal(bytesOf(path.join(content, '.digest')), first);
  rmSync(path.join(content, 'cache'), { recursive: true });
  build(content);
  assert.equal(bytesOf(path.join(content, '.digest')), first);
  const more =
    'A New Paper\n\nWith an abstract that is long enough to be told from a title by eye.\n';
  writeFileSync(path.join(content, 'dumps', '2025-03-15.txt'), more);
  assert.match(build(content).stderr, /57 papers from 2 dumps, 1 new: a-new-paper/);
  rmSync(path.join(content, 'dumps', '2025-03-15.txt'));
  assert.match(build(content).stderr, /No longer there.*a-new-paper/);
});

test('a topic whose address leads nowhere is named, one with an alias is not', () => {
  const content = newContent(root);
  build(content);
  const file = path.join(content, 'topics.yaml');
  const taxonomy = readFileSync(file, 'utf8');
  const renameTo = (lines: string) =>
    writeFileSync(file, taxonomy.replace('- id: neuroscience', `- id: ${lines}`));
  renameTo('brains\n    aliases: [neuroscience]');
  assert.doesNotMatch(build(content).stderr, /Topics no longer there/);
  renameTo('brains');
  assert.match(build(content).stderr, /Topics no longer there.*: neuroscience\./);
});

test(
  'a digest of which the disk has taken a part is not published',
  { skip: process.platform === 'win32' },
  () => {
    const content = newContent(root);
    for (const name of readdirSync('tests/fixtures/sparse-content'))
      cpSync(path.join('tests/fixtures/sparse-content', name), path.join(content, name), {
        recursive: true,
      });
    rmSync(path.join(content, 'dumps', '2025-03-14.txt'));
    const abstract = 'This sentence is one of many of an abstract that is long. '.repeat(1000);
    writeFileSync(path.join(content, 'dumps', '2025-03-15.txt'), `A Title\n\n${abstract}\n`);
    // No file may become longer than 32 or 64 kB: that of the papers ends in the midst of the last.
    const limited = spawnSync(
      'sh',
      ['-c', 'ulimit -f 64 && exec "$@"', 'sh', process.execPath, 'scripts/build-digest.ts'],
      {
        encoding: 'utf8',
        env: { ...process.env, ...placesOf(content) },
      },
    );
    assert.equal(limited.status, 1, limited.stderr);
    assert.ok(!existsSync(path.join(content, '.digest')));
  },
);

function build(content: string, env: NodeJS.ProcessEnv = {}) {
  return run('build-digest.ts', [], { ...placesOf(content), ...env });
}

function placesOf(content: string): NodeJS.ProcessEnv {
  return {
    CONTENT_DIR: content,
    DIGEST_DIR: path.join(content, '.digest'),
    CACHE_DIR: path.join(content, 'cache'),
  };
}

function bytesOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const names = files.map(({ parentPath, name }) => path.join(parentPath, name)).sort();
  for (const name of names) hash.update(path.basename(name)).update(readFileSync(name));
  return hash.digest('hex');
}
