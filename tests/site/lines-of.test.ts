import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { linesOf } from '../../src/site/lines-of.ts';

const file = path.join(mkdtempSync(path.join(tmpdir(), 'offprint-lines-')), 'lines');

/** What is read of a text, in pieces of so many bytes at first. */
function read(text: string, atOnce: number): string[] {
  writeFileSync(file, text);
  return [...linesOf(file, atOnce)];
}

test('lines are the same in pieces of any size', () => {
  const lines = ['α and 𝒪', '', 'a line that is longer than most pieces', 'ö'];
  for (let atOnce = 1; atOnce < 64; atOnce++) {
    assert.deepEqual(read(`${lines.join('\n')}\n`, atOnce), lines, `${atOnce}`);
    assert.deepEqual(read(lines.join('\n'), atOnce), lines, `${atOnce}, no newline at the end`);
  }
});

test('an empty file has no lines', () => {
  assert.deepEqual(read('', 8), []);
});
