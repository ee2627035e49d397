import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { LineFile } from '../../src/site/line-file.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
const lines = fc.array(fc.string({ maxLength: 40 }).map((text) => text.replaceAll('\n', ' ')));

test('lines are read and copied in any order, in pieces of any size', () => {
  const [from, to] = ['from', 'to'].map((name) => path.join(root, name)) as [string, string];
  fc.assert(
    fc.property(
      lines,
      fc.integer({ min: 1, max: 64 }),
      fc.infiniteStream(fc.nat()),
      (all, atOnce, picks) => {
        writeFileSync(from, all.map((line) => `${line}\n`).join(''));
        const file = new LineFile(from, atOnce);
        const spans = [...file.spans()];
        assert.equal(spans.length, all.length);
        const order =
          all.length === 0 ? [] : Array.from(all, () => picks.next().value % all.length);
        for (const at of order) {
          assert.equal(file.text(spans[at]!), all[at]);
          const parts = file.cut(spans[at]!, 32).map((part) => file.text(part));
          const [before, ...behind] = all[at]!.split(' ');
          assert.deepEqual(parts, [before, behind.join(' ')]);
        }
        const target = openSync(to, 'w');
        file.copy(
          order.sort((a, b) => a - b).map((at) => spans[at]!),
          target,
        );
        closeSync(target);
        file.close();
        assert.equal(readFileSync(to, 'utf8'), order.map((at) => `${all[at]}\n`).join(''));
      },
    ),
    { numRuns: 60 },
  );
});

test('a file is read as it was opened, whatever takes its name', () => {
  const name = path.join(root, 'replaced');
  writeFileSync(name, 'one\ntwo\n');
  const file = new LineFile(name, 2);
  const spans = [...file.spans()];
  writeFileSync(`${name}.new`, 'other\n');
  renameSync(`${name}.new`, name);
  assert.deepEqual(
    spans.map((span) => file.text(span)),
    ['one', 'two'],
  );
  file.close();
});
