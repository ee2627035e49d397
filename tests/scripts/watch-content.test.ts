import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { watchContent } from '../../scripts/watch-content.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
/** Edits come so long after each other that each is seen by itself. */
const APART_MS = 300;

test('a file that an editor replaces again and again is seen each time, a new folder of dumps too', async () => {
  const content = mkdtempSync(path.join(root, 'content-'));
  const file = path.join(content, 'site.yaml');
  writeFileSync(file, 'title: 0');
  let seen = 0;
  const stop = watchContent(content, () => (seen += 1));
  const isSeen = async (edit: () => void) => {
    await setTimeout(APART_MS);
    seen = 0;
    edit();
    await setTimeout(APART_MS);
    return seen > 0;
  };
  // As an editor does that writes beside the folder's files, so that the last step alone is seen.
  const replace = (title: string) => {
    const fresh = path.join(root, 'fresh.yaml');
    writeFileSync(fresh, `title: ${title}`);
    renameSync(fresh, file);
  };
  for (const title of ['1', '2', '3']) assert.ok(await isSeen(() => replace(title)), title);
  assert.ok(await isSeen(() => writeFileSync(file, 'title: 4')));
  assert.ok(await isSeen(() => mkdirSync(path.join(content, 'dumps'))));
  const dump = path.join(content, 'dumps', '2025-03-14.txt');
  assert.ok(await isSeen(() => writeFileSync(dump, 'x')));
  assert.ok(await isSeen(() => writeFileSync(dump, 'xy')));
  stop();
});
