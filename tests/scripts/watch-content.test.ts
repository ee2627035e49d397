import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { watchContent } from '../../scripts/watch-content.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
/** Edits come so long after each other that each is seen by itself. */
const APART_MS = 300;
/** On a busy machine the system tells of an edit late; after so long it tells no more. */
const LATEST_MS = 20_000;

test('a file that an editor replaces again and again is seen each time, a new folder of dumps too', async (t) => {
  const content = mkdtempSync(path.join(root, 'content-'));
  const file = path.join(content, 'site.yaml');
  writeFileSync(file, 'title: 0');
  const edits = new EventEmitter();
  t.after(watchContent(content, () => edits.emit('seen')));
  const isSeen = async (edit: () => void) => {
    await setTimeout(APART_MS);
    const seen = once(edits, 'seen');
    edit();
    return Promise.race([seen, setTimeout(LATEST_MS, false, { ref: false })]);
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
});
