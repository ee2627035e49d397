import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ContentFault } from '../../scripts/content-fault.ts';
import { readContent } from '../../scripts/read-content.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
const dumps = path.join(root, 'dumps');
writeFileSync(path.join(root, 'topics.yaml'), 'topics: []\n');
writeFileSync(path.join(root, 'site.yaml'), 'title: X\ndescription: Y.\n');
const PAPER = 'A Title\n\nAn abstract that is long enough to be one by every measure there is.\n';

/** What lies among the dumps, how it comes there, and what is said of it. */
const UNUSUAL: Record<string, [make: (file: string) => void, says: string | undefined]> = {
  'a folder': [(file) => mkdirSync(file), 'expected a file, not a folder'],
  'a link to nothing': [(file) => symlinkSync('nothing', file), 'expected a file that exists'],
  'a link to itself': [
    (file) => symlinkSync(path.basename(file), file),
    'links lead in a circle (ELOOP)',
  ],
  'a link to a device': [(file) => symlinkSync('/dev/null', file), 'not a pipe or a device'],
  'a link to a file': [
    (file) => {
      writeFileSync(path.join(root, 'paste'), PAPER);
      symlinkSync(path.join('..', 'paste'), file);
    },
    undefined,
  ],
  'more lines than a page has': [
    (file) => writeFileSync(file, ' a\n'.repeat(500_001)),
    'expected at most 500,000 lines',
  ],
  'many blank lines': [
    (file) => writeFileSync(file, `${'\n \n'.repeat(500_000)}${PAPER}`),
    undefined,
  ],
  'an empty file': [(file) => writeFileSync(file, ''), undefined],
  'a byte order mark alone': [(file) => writeFileSync(file, '\ufeff'), undefined],
};

for (const [what, [make, says]] of Object.entries(UNUSUAL)) {
  const skip = process.platform === 'win32' && /link/.test(what);
  test(`among the dumps: ${what}`, { skip, timeout: 10_000 }, () => {
    rmSync(dumps, { recursive: true, force: true });
    mkdirSync(dumps);
    writeFileSync(path.join(dumps, '2025-03-13.txt'), PAPER);
    make(path.join(dumps, '2025-03-14.txt'));
    assert.deepEqual(
      faults().map(({ file, reason }) => [file, says !== undefined && reason.includes(says)]),
      says === undefined ? [] : [['dumps/2025-03-14.txt', true]],
    );
  });
}

test('in place of the dumps: a file', () => {
  rmSync(dumps, { recursive: true, force: true });
  writeFileSync(dumps, PAPER);
  const reason = 'Unexpected name `dumps`, expected a folder, not a file';
  assert.deepEqual(faults(), [{ file: 'dumps', reason }]);
});

function faults(): { file: string; reason: string }[] {
  try {
    readContent(root);
    return [];
  } catch (error) {
    if (!(error instanceof ContentFault)) throw error;
    return error.messages.map(({ place, reason }) => ({ file: place.file, reason }));
  }
}
