import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTopic, TaxonomySchema } from '../../../src/digest/topics/taxonomy.ts';
import { shippedTaxonomy } from './shipped-taxonomy.ts';

const topic = (more: object) => ({
  id: 'rain',
  label: 'Rain',
  description: 'Wet.',
  for: ['rain'],
  ...more,
});

/** the topics of a file, the path of the first fault, its message */
const FAULTS: [why: string, topics: object[], path: string, message: RegExp][] = [
  [
    'an id in capitals',
    [topic({ id: 'Rain' })],
    'topics.0.id',
    /Unexpected topic id `Rain`, expected lower-case/,
  ],
  [
    'a child without its parent',
    [topic({ id: 'sky/rain' })],
    'topics.0.id',
    /expected its parent `sky`/,
  ],
  ['an id twice', [topic({}), topic({})], 'topics.1.id', /Unexpected `rain` again/],
  [
    'an alias that another topic uses',
    [topic({}), topic({ id: 'snow', aliases: ['rain'] })],
    'topics.1.aliases',
    /Unexpected `rain` again, expected an id that `rain` does not use/,
  ],
  [
    'punctuation in a phrase',
    [topic({ for: ['rain, snow'] })],
    'topics.0.for.0',
    /Unexpected phrase `rain, snow`/,
  ],
  ['an empty phrase', [topic({ for: [''] })], 'topics.0.for.0', /Unexpected phrase ``/],
  [
    'no phrases',
    [topic({ for: [] })],
    'topics.0.id',
    /without phrases, expected at least one under `for`/,
  ],
  [
    'a phrase in two lists',
    [topic({ for: ['rain', 'wet days'], hint: ['Wet-Day'] })],
    'topics.0.hint.0',
    /Unexpected phrase `Wet-Day` in `hint`, expected it in one list: it stands in `for` too/,
  ],
  ['a misspelt list', [topic({ fro: ['rain'] })], 'topics.0', /fro/],
];

for (const [why, topics, path, message] of FAULTS) {
  test(`taxonomy: ${why}`, () => {
    const [issue] = TaxonomySchema.safeParse({ topics }).error!.issues;
    assert.equal(issue!.path.join('.'), path);
    assert.match(issue!.message, message);
  });
}

test('an old id finds its topic', () => {
  assert.equal(findTopic(shippedTaxonomy, 'gnn')?.id, 'graph-neural-networks');
  assert.equal(findTopic(shippedTaxonomy, 'nothing'), undefined);
});
