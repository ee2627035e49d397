import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Corrections } from '../../../src/digest/schema.ts';
import { correctTopics } from '../../../src/digest/paper/correct-topics.ts';
import type { Draft } from '../../../src/digest/paper/to-paper.ts';
import { shippedTaxonomy } from '../topics/shipped-taxonomy.ts';

function topicsAfter(
  ids: string[],
  topics: NonNullable<Corrections[string]['topics']>,
  taxonomy = shippedTaxonomy,
): string[] {
  const tags = ids.map((id) => ({ id, score: 0.8, evidence: [] }));
  const draft = { record: { id: 'a-paper', topics: tags } } as unknown as Draft;
  const { drafts } = correctTopics([draft], { 'a-paper': { topics } }, taxonomy);
  return drafts[0]!.record.topics.map(({ id }) => id).sort();
}

test('a child added by hand brings its parent, once', () => {
  const add = { 'circuits/neural': 'It is about brains', 'circuits/quantum': 'And qubits' };
  assert.deepEqual(topicsAfter([], { add }), ['circuits', 'circuits/neural', 'circuits/quantum']);
});

test('a parent removed by hand takes its children with it', () => {
  const remove = { circuits: 'The word is used in passing' };
  assert.deepEqual(topicsAfter(['circuits', 'circuits/quantum', 'quantum'], { remove }), [
    'quantum',
  ]);
});

test('a topic added by its old and its new name is added once', () => {
  const [topic] = shippedTaxonomy.topics;
  const taxonomy = { topics: [{ ...topic!, aliases: ['old-name'] }] };
  const add = { 'old-name': 'So it was called', [topic!.id]: 'So it is called' };
  assert.deepEqual(topicsAfter([], { add }, taxonomy), [topic!.id]);
});
