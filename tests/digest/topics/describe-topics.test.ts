import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeTopics, describeUntagged } from '../../../src/digest/topics/describe-topics.ts';
import { TaxonomySchema } from '../../../src/digest/topics/taxonomy.ts';

const { topics } = TaxonomySchema.parse({
  topics: [
    { id: 'sky', label: 'Sky', description: 'Up.', ambiguous: ['front'], aliases: ['heaven'] },
    { id: 'sky/rain', label: 'Rain', description: 'Wet.', for: ['rain'] },
    { id: 'sky/snow', label: 'Snow', description: 'Cold.', for: ['snow'] },
    { id: 'roads', label: 'Roads', description: 'Ways.', for: ['road'] },
  ],
});
const paper = (id: string, date: string, ids: string[], score = 0.8) => ({
  id,
  date,
  dates: [date],
  titleText: `Gritting winter roads ${id}`,
  abstractText: 'Gritting machines scatter salt.',
  topics: ids.map((topic) => ({ id: topic, score, evidence: [] })),
  methods: [`${id}-Net`],
});
const papers = [
  paper('a', '2025-01-10', ['sky', 'sky/snow']),
  paper('b', '2025-03-14', ['sky/snow', 'roads'], 0.6),
  paper('c', '2025-03-14', ['sky', 'sky/snow', 'roads'], 0.9),
  paper('d', '2025-03-14', ['sky/rain']),
  paper('e', '2025-03-14', []),
];
const [sky, rain, snow, roads] = describeTopics(papers, { topics });

test("a child's papers count for its parent, newest first, then by score", () => {
  assert.deepEqual(sky!.papers, ['c', 'd', 'b', 'a']);
  assert.deepEqual(snow!.papers, ['c', 'b', 'a']);
  assert.deepEqual(sky!.children, ['sky/snow', 'sky/rain']);
  assert.equal(snow!.parent, 'sky');
});

test('months without papers are counted too', () => {
  assert.deepEqual(sky!.months, [
    { month: '2025-01', papers: 1 },
    { month: '2025-02', papers: 0 },
    { month: '2025-03', papers: 3 },
  ]);
});

test('neighbours share papers, senses of one word are confused', () => {
  assert.deepEqual(sky!.neighbours, [{ id: 'roads', papers: 2 }]);
  assert.deepEqual(roads!.neighbours, [
    { id: 'sky/snow', papers: 2 },
    { id: 'sky', papers: 1 },
  ]);
  assert.deepEqual(rain!.confusedWith, ['sky/snow']);
});

test('terms and methods come from the papers', () => {
  assert.ok(
    snow!.terms.some(({ term, papers: holding }) => /gritting/i.test(term) && holding === 3),
  );
  assert.deepEqual(rain!.methods, [{ name: 'd-Net', paper: 'd' }]);
});

test('untagged papers suggest a topic', () => {
  const shelf = describeUntagged(papers);
  assert.deepEqual(shelf.papers, ['e']);
  assert.ok(shelf.suggestions.length > 0);
});
