import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { PaperReader } from '../../../src/digest/related/paper-reader.ts';
import { relatePapers, type RelatedPaper } from '../../../src/digest/related/relate-papers.ts';

const text = fc
  .array(
    fc.constantFrom(
      ...'graph-neural Networks wug zork, GPTQ; the jointly quantized 4 bit circuits a.com'.split(
        ' ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));
const digest = fc
  .array(fc.record({ titleText: text, abstractText: text, topic: fc.nat(3) }), { maxLength: 25 })
  .map((papers) =>
    papers.map(({ topic, ...texts }, at): RelatedPaper => ({
      ...texts,
      id: `paper-${at}`,
      topics: topic < 2 ? [{ id: `topic-${topic}` }] : [],
    })),
  );
const topics = ['topic-1', 'topic-0', 'none'].map((id) => ({ id, label: id.toUpperCase() }));

test('a reader that has read other papers before, in any order, changes nothing', () => {
  fc.assert(
    fc.property(digest, digest, fc.nat(), (before, more, seed) => {
      const reader = new PaperReader();
      relatePapers(before, topics, reader);
      const kept = before.filter((_, at) => (seed >> (at % 16)) % 3 > 0).toReversed();
      const papers = [...more, ...kept].map((paper, at) => ({ ...paper, id: `p${at}` }));
      assert.deepEqual(relatePapers(papers, topics, reader), relatePapers(papers, topics));
    }),
  );
});
