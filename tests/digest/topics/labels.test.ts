import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedFolder } from '../../../scripts/eval/figures.ts';
import { addCounts, compareTags, f1, readLabels } from '../../../scripts/eval/topic-labels.ts';
import { tagAll } from '../../../scripts/eval/topics.ts';
import { shippedTaxonomy } from './shipped-taxonomy.ts';

const skip = sharedFolder ? false : '../shared is absent';

test('tags agree with the hand labels', { skip }, () => {
  const { dev, seed } = readLabels(sharedFolder!);
  const onDev = compareTags(dev, tagAll(dev, shippedTaxonomy)).counts;
  assert.ok(f1(addCounts(onDev.values())) >= 0.98);
  for (const [topic, counts] of onDev) assert.ok(f1(counts) >= 0.96, topic);
  const onSeed = compareTags(seed, tagAll(seed, shippedTaxonomy)).counts;
  assert.equal(f1(addCounts(onSeed.values())), 1);
});
