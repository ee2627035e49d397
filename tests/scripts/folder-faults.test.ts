import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { faultOfDigestDir, faultOfOutDir, faultOfProjectDir } from '../../scripts/folder-faults.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();

/** A folder with empty files of these names. */
function folderOf(name: string, ...files: string[]): string {
  const folder = path.join(root, name);
  mkdirSync(folder);
  for (const file of files) writeFileSync(path.join(folder, file), '');
  return folder;
}

test('an output folder that holds what the site is made of is refused', () => {
  const link = path.join(root, 'link');
  symlinkSync(path.resolve('.'), link, 'junction');
  for (const folder of ['.', '..', '/', path.resolve('.'), 'content', `content/../content/`, link])
    assert.match(
      faultOfOutDir(folder)!,
      /^Unexpected OUT_DIR `.*`, which holds .* such as dist\.$/,
    );
});

test('an output folder with files that no build has made is refused', () => {
  for (const folder of [
    folderOf('www', 'CNAME'),
    // Another site of Astro's.
    folderOf('other', '_astro', 'index.html', 'rss.xml', 'search-index.json'),
    'src',
    'content/dumps',
    'public',
  ])
    assert.match(
      faultOfOutDir(folder)!,
      /^Unexpected `.*` in OUT_DIR `.*`, which no build has made/,
    );
});

test('an output folder that is new, empty or left by a build is taken', () => {
  for (const folder of [
    undefined,
    '',
    path.join(root, 'new'),
    folderOf('empty'),
    folderOf('repository', '.git'),
    folderOf('site', 'index.html', 'with-code', 'CNAME'),
    folderOf('killed', 'with-code'),
    // No part of the path that leads up.
    '..site',
  ])
    assert.equal(faultOfOutDir(folder), undefined);
});

test('a folder of the digest with other files, and a file, are refused', () => {
  const file = path.join(root, 'file');
  writeFileSync(file, '');
  for (const folder of [folderOf('notes', 'thesis.txt'), 'content', file])
    assert.match(faultOfDigestDir(folder)!, /^Unexpected `.*` in DIGEST_DIR `.*`, which no build/);
  const link = path.join(root, 'digest');
  symlinkSync(folderOf('generation', 'x'), link, 'junction');
  for (const folder of [path.join(root, 'none'), folderOf('old', 'site.json', 'x'), link])
    assert.equal(faultOfDigestDir(folder), undefined);
});

test('a project in a folder that Astro cannot build in is told to move', () => {
  for (const folder of ['/home/ada/c#/offprint', '/what?/offprint'])
    assert.match(faultOfProjectDir(folder)!, /^Unexpected `[#?]` in the path `.*`: .* Rename/);
  for (const folder of ['/home/ada/c%23/off print', "/häuser/o'print"])
    assert.equal(faultOfProjectDir(folder), undefined);
});
