import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewTopics } from '../../../src/digest/topics/review-topics.ts';
import { createTagger, tagPaper } from '../../../src/digest/topics/tag-paper.ts';
import { TaxonomySchema } from '../../../src/digest/topics/taxonomy.ts';

const taxonomy = TaxonomySchema.parse({
  topics: [
    { id: 'bank', label: 'Banks', description: 'Two senses.', ambiguous: ['bank'] },
    { id: 'bank/river', label: 'Rivers', description: 'Wet.', context: ['river'] },
    { id: 'bank/money', label: 'Money', description: 'Dry.', context: ['loan'], for: ['lending'] },
    { id: 'debt', label: 'Debt', description: 'Owed.', for: ['lending'], against: ['river'] },
    { id: 'boats', label: 'Boats', description: 'They float.', for: ['boat', 'canoe'] },
  ],
});
const tagger = createTagger(taxonomy);
const paper = (id: string, titleText: string, abstractText: string) => ({
  id,
  titleText,
  abstractText,
  date: '2025-03-14',
  dates: ['2025-03-14'],
  topics: tagPaper({ titleText, abstractText }, tagger),
  methods: [],
});
const review = reviewTopics(
  [
    paper('a', 'Lending for banks', 'We study lending. Each loan of a bank counts.'),
    paper('b', 'Lending by a bank', 'We study lending. A loan helps. It stands at a river.'),
    paper('c', 'Lending to banks', 'A loan, then lending. It needs a boat.'),
    paper('d', 'Walking', 'We walk. It takes a boat to go there.'),
    paper('e', 'Sleeping', 'We sleep soundly. Our beds float like a boat. We sleep.'),
    paper('f', 'Banks', 'A bank stands there.'),
  ],
  taxonomy,
);
const ids = (doubts: { paper: string; topic: string }[]) =>
  doubts.map((doubt) => `${doubt.paper} ${doubt.topic}`);

test('phrases that stand in many papers without their topic', () => {
  assert.deepEqual(review.widePhrases, [{ topic: 'boats', phrase: 'boat', papers: 3, given: 0 }]);
});

test('phrases that stand in no paper', () => {
  assert.deepEqual(review.silentPhrases, [{ topic: 'boats', phrase: 'canoe' }]);
});

test('given although something speaks against it', () => {
  const against = review.conflicts.filter(({ why }) => why === 'against');
  assert.deepEqual(ids(against), ['b debt']);
});

test('topics that always go together', () => {
  assert.deepEqual(
    review.inseparable.map(({ topics }) => topics),
    [
      ['bank', 'debt'],
      ['bank/money', 'debt'],
    ],
  );
});

test('papers under no topic', () => {
  assert.deepEqual(review.untagged.papers, ['d', 'e', 'f']);
});

test('near misses carry their sum and what speaks for them', () => {
  assert.ok(review.nearMisses.every(({ sum, evidence }) => sum < 1 && evidence.length > 0));
});
