import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { describeSystemFault } from '../../scripts/system-fault.ts';

/** What a disk without room makes of a build, as its tools say it. */
const FAULTS = {
  'a write, which names no file': [
    'Error: ENOSPC: no space left on device, write',
    'Cannot write dist/: the disk is full (ENOSPC).',
  ],
  'a copy': [
    "Build failed with 1 error:\n\n[plugin vite:prepare-out-dir]\nError: ENOSPC: no space left on device, copyfile '/a/x.png' -> '/b/x.png'\n    at copyDir",
    'Cannot write /b/x.png: the disk is full (ENOSPC).',
  ],
  'a copied folder': [
    "Error: ENOSPC, No space left on device '/b/_astro'",
    'Cannot write /b/_astro: the disk is full (ENOSPC).',
  ],
  'the bundler': [
    'Build failed with 1 error:\n\nFailed to write file in /b/page.js\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>',
    'Cannot write /b/page.js: the disk is full (ENOSPC).',
  ],
  'a name that is too long': [
    "Error: ENAMETOOLONG: name too long, open 'content/dumps/2025-03-14-aaa.txt'",
    'Cannot write content/dumps/2025-03-14-aaa.txt: the name is too long (ENAMETOOLONG).',
  ],
  'a file where a folder should be': [
    "Error: EEXIST: file already exists, mkdir '/b/cache'",
    'Cannot write /b/cache: a file of this name is in the way (EEXIST).',
  ],
  'a removal, of which Node has no code': [
    "Error: , Unknown error: Read-only file system '/b/.digest-1'",
    'Cannot write /b/.digest-1: the disk can only be read (EROFS).',
  ],
  'a folder on a disk that can only be read': [
    "Error: ENOENT: no such file or directory, mkdir '/b/_astro'",
    'Cannot make /b/_astro: the disk can only be read, or a folder above it is missing (ENOENT).',
  ],
  'two builds at once': [
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/a/.astro/.prerender/chunks/about.mjs' imported from /a/.astro/.prerender/entry.mjs",
    'Another build has removed the files of this one. Run one at a time: start it again.',
  ],
} as const;

for (const [name, [message, said]] of Object.entries(FAULTS)) {
  test(`the cause is told in one sentence: ${name}`, () => {
    assert.equal(describeSystemFault(new Error(message), 'dist/'), said);
  });
}

test('the file of a fault of this system is named', () => {
  try {
    writeFileSync('no-such-folder/file', '');
    assert.fail();
  } catch (error) {
    assert.equal(
      describeSystemFault(error, 'dist/'),
      'Cannot write no-such-folder/file: the folder does not exist (ENOENT).',
    );
  }
});

test('a fault of the program is none of the system', () => {
  assert.equal(describeSystemFault(new TypeError('x is not a function'), 'dist/'), undefined);
  assert.equal(describeSystemFault(new Error('EVERY: word in capitals'), 'dist/'), undefined);
});
