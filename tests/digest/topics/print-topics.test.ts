import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printReview, printShelf, printWhy } from '../../../scripts/topics/print-topics.ts';
import { readContent } from '../../../scripts/read-content.ts';
import { buildDigest } from '../../../src/digest/build-digest.ts';
import { describeTopics } from '../../../src/digest/topics/describe-topics.ts';
import { reviewTopics } from '../../../src/digest/topics/review-topics.ts';
import { createTagger, weighTopics } from '../../../src/digest/topics/tag-paper.ts';
import { findTopic } from '../../../src/digest/topics/taxonomy.ts';

const content = readContent('content');
const papers = buildDigest(content).papers.map(({ record }) => record);
const tagger = createTagger(content.taxonomy);

test('why: each topic, its phrases in their place, the sum', () => {
  const paper = papers.find(({ titleText }) => titleText.startsWith('AnalogGenie'))!;
  const lines = printWhy(paper, weighTopics(paper, tagger));
  assert.equal(lines[0], paper.titleText);
  assert.ok(lines.includes('circuits/electronic: given'));
  assert.ok(lines.includes('quantum: not given'));
  assert.ok(lines.some((line) => /\[Analog Circuit\].*\(analog circuit\)$/.test(line)));
  assert.ok(lines.some((line) => /^\s+0\.\d\d {2}in all; 1\.00 is needed$/.test(line)));
});

test('show: the papers of a shelf, then those that nearly made it', () => {
  const topic = findTopic(content.taxonomy, 'quantization')!;
  const summary = describeTopics(papers, content.taxonomy).find(({ id }) => id === topic.id)!;
  const misses = papers.flatMap((paper) => {
    const verdict = weighTopics(paper, tagger).find(({ id }) => id === topic.id);
    return verdict && !verdict.given ? [{ paper, verdict }] : [];
  });
  const lines = printShelf(topic, papers, { summary, misses });
  assert.match(lines[0]!, /^Quantization \(quantization\): \d+ of 56 papers$/);
  const notTaken = lines.findIndex((line) => line.startsWith('Not taken'));
  assert.ok(lines.findIndex((line) => line.includes('AWQ')) < notTaken);
  assert.ok(lines.findIndex((line) => line.includes('BitStack')) > notTaken);
});

test('review: what a person should look at fits a terminal', () => {
  const lines = printReview(reviewTopics(papers, content.taxonomy), papers.length);
  assert.ok(lines.some((line) => line.startsWith('Near misses (')));
  assert.ok(lines.length < 120);
});
