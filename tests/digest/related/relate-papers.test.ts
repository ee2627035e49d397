import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relatePapers } from '../../../src/digest/related/relate-papers.ts';
import type { Paper } from '../../../src/digest/schema.ts';

const paper = (id: string, titleText: string, abstractText: string, topics: string[] = []) =>
  ({ id, titleText, abstractText, topics: topics.map((topic) => ({ id: topic })) }) as Paper;

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
    [['piracy-b', ['piracy detection', 'intellectual property']]],
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

/** Two abstracts, and what they are said to share. */
const SHARED: readonly [string, string, string, string[]][] = [
  [
    'the longest phrase',
    'We solve partial differential equations fast.',
    'Partial differential equations are hard.',
    ['partial differential equations'],
  ],
  [
    'the form with fewer capitals',
    'Verilog Gate Synthesis works for us.',
    'We study Verilog gate synthesis.',
    ['Verilog gate synthesis'],
  ],
  [
    'no phrase that both cut from longer ones',
    'Sparse variational classifiers win.',
    'Sparse variational eigensolvers win.',
    [],
  ],
  [
    'no half of a hyphenated word',
    'Our low-wug quantizers are fast.',
    'A 2-wug quantizers study.',
    [],
  ],
  [
    'no adverb at the front',
    'By jointly tokenizing blickets.',
    'Jointly tokenizing blickets.',
    ['tokenizing blickets'],
  ],
  [
    'no address',
    'See https://github.com/nbasyl/frob or nbasyl.org/frob.',
    'At github.com/nbasyl/frob.',
    [],
  ],
  ['no citation', 'As Wugson et al. have shown.', 'Following Wugton et al. we go.', []],
  ['an acronym', 'We apply GPTQ here.', 'All of it is GPTQ now.', ['GPTQ']],
  ['no word that neither dwells on', 'A zork is here.', 'There is a zork.', []],
  ['a word that one dwells on', 'A zork is a zork is a zork.', 'Of a zork: a zork.', ['zork']],
];

for (const [name, one, other, terms] of SHARED) {
  test(`papers share ${name}`, () => {
    const fillers = FILLERS.map((word) => paper(word, `On ${word}`, `Only ${word} here.`));
    const [first] = relatePapers([paper('a', 'One', one), paper('b', 'Two', other), ...fillers]);
    assert.deepEqual(
      first!.flatMap((related) => related.terms),
      terms,
    );
  });
}

test('a paper without a phrase in common is led to one on its topic, by the label', () => {
  const related = relatePapers(
    [
      paper('a', 'On antelopes', 'Nothing but antelopes.', ['animals']),
      paper('b', 'On bees', 'Nothing but bees.', ['animals']),
      ...PAPERS.slice(0, 2),
      ...FILLERS.map((word) => paper(word, `On ${word}`, `Only ${word} here.`)),
    ],
    [{ id: 'animals', label: 'Animals' }],
  );
  assert.deepEqual(
    related[0]!.map(({ id, terms }) => [id, terms]),
    [['b', ['Animals']]],
  );
});

test('texts that say the same over and over take no longer than others', () => {
  const text = 'wug zork '.repeat(800);
  const many = Array.from({ length: 60 }, (_, at) => paper(`p-${at}`, 'Wug Zork', text));
  assert.equal(relatePapers([...many.slice(0, 7), ...PAPERS]).length, 7 + PAPERS.length);
});
