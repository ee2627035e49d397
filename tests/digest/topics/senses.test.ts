import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readContent } from '../../../scripts/read-content.ts';
import { buildDigest } from '../../../src/digest/build-digest.ts';

const labels: { senses: Record<string, string>; notCircuits: Record<string, string> } = JSON.parse(
  readFileSync(new URL('../../fixtures/senses-2025-03-14.json', import.meta.url), 'utf8'),
);
const { papers } = buildDigest({ ...readContent('content'), corrections: {} });
const records = papers.map(({ record }) => record);

test('on the shipped dump every sense of “circuit” is right', () => {
  const found = records.flatMap(({ titleText, topics }) => {
    const senses = topics.map(({ id }) => id).filter((id) => id.startsWith('circuits/'));
    return senses.length > 0 ? [[titleText, senses.join()]] : [];
  });
  const label = (title: string) =>
    Object.entries(labels.senses).find(([beginning]) => title.startsWith(beginning))?.[1];
  assert.deepEqual(
    found,
    found.map(([title]) => [title, `circuits/${label(title!)}`]),
  );
  assert.equal(found.length, Object.keys(labels.senses).length);
});

test('a paper that only uses the word is under no sense', () => {
  for (const beginning of Object.keys(labels.notCircuits)) {
    const paper = records.find(({ titleText }) => titleText.startsWith(beginning));
    assert.ok(paper, beginning);
    assert.deepEqual(
      paper.topics.filter(({ id }) => id.startsWith('circuits')),
      [],
    );
  }
});

test('every paper of the shipped dump stands on a shelf', () => {
  assert.deepEqual(
    records.filter(({ topics }) => topics.length === 0).map(({ titleText }) => titleText),
    [],
  );
});
