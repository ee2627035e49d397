import * as fc from 'fast-check';
import type { RelatedPaper } from '../../../src/digest/related/relate-papers.ts';

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
/** Papers of few words, so that many share some. */
export const somePapers = fc
  .array(fc.record({ titleText: text, abstractText: text, topic: fc.nat(3) }), { maxLength: 25 })
  .map((papers) =>
    papers.map(({ topic, ...texts }, at): RelatedPaper => ({
      ...texts,
      id: `paper-${at}`,
      topics: topic < 2 ? [{ id: `topic-${topic}`, score: 0.6 + topic / 10 }] : [],
    })),
  );
export const someTopics = ['topic-1', 'topic-0', 'none'].map((id) => ({
  id,
  label: id.toUpperCase(),
}));
