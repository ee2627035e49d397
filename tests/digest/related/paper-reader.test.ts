import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { PaperReader } from '../../../src/digest/related/paper-reader.ts';
import { relatePapers } from '../../../src/digest/related/relate-papers.ts';
import { somePapers, someTopics } from './some-papers.ts';

test('a reader that has read other papers before, in any order, changes nothing', () => {
  fc.assert(
    fc.property(somePapers, somePapers, fc.nat(), (before, more, seed) => {
      const reader = new PaperReader();
      relatePapers(before, someTopics, reader);
      const kept = before.filter((_, at) => (seed >> (at % 16)) % 3 > 0).toReversed();
      const papers = [...more, ...kept].map((paper, at) => ({ ...paper, id: `p${at}` }));
      assert.deepEqual(relatePapers(papers, someTopics, reader), relatePapers(papers, someTopics));
    }),
  );
});
