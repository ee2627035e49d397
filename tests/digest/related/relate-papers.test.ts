import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relatePapers } from '../../../src/digest/related/relate-papers.ts';
import type { Paper } from '../../../src/digest/schema.ts';

const paper = (id: string, titleText: string, abstractText: string, topics: string[] = []) =>
  ({
    id,
    titleText,
    abstractText,
    topics: topics.map((topic) => ({ id: topic, score: 0.9 })),
  }) as Paper;

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

/** Two abstracts of one topic, and what else they are said to share. */
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

/** What else there is in a large digest, where even one phrase is rare. */
const OTHERS = Array.from({ length: 3000 }, (_, at) => paper(`p${at}`, `On fill${at}`, ''));
const LABELS = [
  { id: 'animals', label: 'Animals' },
  { id: 'animals/bees', label: 'Bees' },
  { id: 'plants', label: 'Plants' },
];

/** The neighbours of the first of some papers, with what they share. */
const neighboursOfFirst = (...papers: Paper[]) =>
  relatePapers([...papers, ...OTHERS], LABELS)[0]!.map(({ id, terms }) => ({ id, terms }));

for (const [name, one, other, terms] of SHARED) {
  test(`papers share ${name}`, () => {
    const [first] = neighboursOfFirst(
      paper('a', 'One', one, ['animals']),
      paper('b', 'Two', other, ['animals']),
    );
    assert.deepEqual(
      first!.terms.filter((term) => term !== 'Animals'),
      terms,
    );
  });
}

const ZORKS = 'The lookup tables of zorks.';
const WUGS = 'The lookup tables of wugs.';
/** Two papers, and what is said where they are neighbours. */
const NEIGHBOURS: readonly [string, Paper, Paper, string[] | undefined][] = [
  [
    'a topic alone, by its label',
    paper('a', 'On antelopes', 'Nothing but antelopes.', ['animals']),
    paper('b', 'On bees', 'Nothing but bees.', ['animals']),
    ['Animals'],
  ],
  [
    'two topics, a child for its parent',
    paper('a', 'On antelopes', 'Nothing but antelopes.', ['animals', 'animals/bees', 'plants']),
    paper('b', 'On bees', 'Nothing but bees.', ['plants', 'animals/bees', 'animals']),
    ['Bees', 'Plants'],
  ],
  [
    'a phrase in passing and a topic, by both',
    paper('a', 'On zorks', ZORKS, ['animals']),
    paper('b', 'On wugs', WUGS, ['animals']),
    ['Animals', 'lookup tables'],
  ],
  [
    'not by a phrase in passing',
    paper('a', 'On zorks', ZORKS),
    paper('b', 'On wugs', WUGS),
    undefined,
  ],
  [
    'not by a phrase in passing where topics differ',
    paper('a', 'On zorks', ZORKS, ['animals']),
    paper('b', 'On wugs', WUGS, ['plants']),
    undefined,
  ],
  [
    'a phrase that both dwell on',
    paper('a', 'Lookup tables for zorks', `${ZORKS} Our lookup tables win. The lookup tables fit.`),
    paper('b', 'On lookup tables', WUGS),
    ['lookup tables'],
  ],
  [
    'an acronym that both dwell on',
    paper('a', 'GPTQ', 'We apply GPTQ. It is GPTQ.'),
    paper('b', 'More GPTQ', 'All of it is GPTQ, but GPTQ.'),
    ['GPTQ'],
  ],
  [
    'not by an acronym that one dwells on',
    paper('a', 'GPTQ or GPTQ', 'GPTQ, GPTQ, GPTQ, GPTQ: we apply GPTQ. It is GPTQ.'),
    paper('b', 'On wugs', 'All of it is GPTQ.'),
    undefined,
  ],
];

for (const [name, one, other, terms] of NEIGHBOURS) {
  test(`papers are neighbours: ${name}`, () => {
    assert.deepEqual(neighboursOfFirst(one, other), terms ? [{ id: 'b', terms }] : []);
  });
}

test('a paper on the same subject comes before one that shares a phrase, and a bare topic is not added', () => {
  const neighbours = neighboursOfFirst(
    paper('a', 'Zork autoencoders', 'Zork autoencoders find wug circuits in an MLP layer.', [
      'animals',
    ]),
    paper('phrase', 'The MLP layer', 'We replace each MLP layer. The MLP layer is slow.', [
      'plants',
    ]),
    paper('subject', 'Wug circuits', 'Autoencoders find wug circuits.', ['animals']),
    paper('topic', 'On bees', 'Nothing but bees.', ['animals']),
  );
  assert.deepEqual(
    neighbours.map(({ id }) => id),
    ['subject', 'phrase'],
  );
});

test('texts that say the same over and over take no longer than others', () => {
  const text = 'wug zork '.repeat(800);
  const many = Array.from({ length: 60 }, (_, at) => paper(`p-${at}`, 'Wug Zork', text));
  assert.equal(relatePapers([...many.slice(0, 7), ...PAPERS]).length, 7 + PAPERS.length);
});
