import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { segmentDump } from '../../../src/digest/dump/segment-dump.ts';

/**
 * One folder a case: `input.txt`, a paste, and `expected.json`, what is read from it. With
 * UPDATE_GOLDEN=1 the expectations are written anew, to be read by eye before they are committed.
 */
const folder = fileURLToPath(new URL('../../fixtures/segment', import.meta.url));

for (const name of readdirSync(folder).sort()) {
  test(name.replaceAll('-', ' '), () => {
    const text = readFileSync(path.join(folder, name, 'input.txt'), 'utf8');
    const found = summarize(text);
    const expectedFile = path.join(folder, name, 'expected.json');
    if (process.env['UPDATE_GOLDEN']) {
      writeFileSync(expectedFile, `${JSON.stringify(found, null, 2)}\n`);
    }
    assert.deepEqual(found, JSON.parse(readFileSync(expectedFile, 'utf8')));
  });
}

function summarize(text: string) {
  const dump = { file: 'dumps/2025-03-14.txt', date: '2025-03-14', text };
  const { entries, ledger, messages } = segmentDump(dump);
  const linesOf = (wanted: string) =>
    ledger.filter(({ role }) => role === wanted).map(({ line }) => line);
  const summary = {
    papers: entries.map(({ title, abstract, facts }) => ({
      title: `${title.line}:${title.column} ${title.text.slice(0, 90)}`,
      abstract: `${abstract.line}:${abstract.column} ${abstract.text}`,
      facts,
    })),
    furniture: linesOf('furniture').join(' '),
    reported: linesOf('reported').join(' '),
    messages: messages.map(
      ({ rule, place, reason }) => `${place.line}:${place.column} ${rule}: ${reason}`,
    ),
  };
  return JSON.parse(JSON.stringify(summary)) as typeof summary;
}
