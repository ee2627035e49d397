import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relatePapers } from '../../../src/digest/related/relate-papers.ts';
import type { Paper } from '../../../src/digest/schema.ts';

const paper = (id: string, titleText: string, abstractText: string) =>
  ({ id, titleText, abstractText }) as Paper;

const FILLERS = [
  'alpacas',
  'bakeries',
  'cathedrals',
  'dolphins',
  'elevators',
  'fjords',
  'glaciers',
];
const PAPERS = [
  paper('piracy-a', 'Hardware Piracy', 'Piracy detection guards intellectual property of chips.'),
  paper('piracy-b', 'Red Teams', 'We evade piracy detection, and with it intellectual property.'),
  ...FILLERS.map((word) => paper(word, `On ${word}`, `Nothing but ${word} is treated here.`)),
];

test('papers that share rare terms are neighbours, with the terms', () => {
  const related = relatePapers(PAPERS);
  assert.deepEqual(
    related[0]!.map(({ id, terms }) => [id, terms]),
    [['piracy-b', ['intellectual property', 'Piracy detection']]],
  );
  assert.equal(related[0]![0]!.score, related[1]![0]!.score);
  assert.ok(related[0]![0]!.score > 0 && related[0]![0]!.score <= 1);
});

test('papers that share only plain words are none', () => {
  const related = relatePapers(PAPERS);
  assert.deepEqual(related.slice(2).flat(), []);
});

test('no papers, one paper, empty texts', () => {
  assert.deepEqual(relatePapers([]), []);
  assert.deepEqual(relatePapers([paper('a', 'A', '')]), [[]]);
});
