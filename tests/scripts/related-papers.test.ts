import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelatedPapers } from '../../scripts/related-papers.ts';
import { relatePapers, type RelatedPaper } from '../../src/digest/related/relate-papers.ts';

const WORDS = 'blicket wug zork dax fep toma gazzer modi koba pilk verilog gptq'.split(' ');
const TOPICS = [
  { id: 'animals', label: 'Animals' },
  { id: 'plants', label: 'Plants' },
];

test('many papers get the same neighbours in a thread, whatever became of those expected', async () => {
  const papers = Array.from({ length: 2000 }, (_, at) => paper(at));
  const related = new RelatedPapers(papers.length);
  for (const one of papers) related.expect(one);
  const changed = papers
    .slice(3)
    .map((one, at) => (at % 7 ? one : { ...one, titleText: `New ${at}` }))
    .toReversed();
  const answer = await related.relate(changed, TOPICS);
  assert.ok(answer.some((neighbours) => neighbours.length > 0));
  assert.deepEqual(answer, relatePapers(changed, TOPICS));
});

test('few papers get theirs without a thread', async () => {
  const papers = Array.from({ length: 40 }, (_, at) => paper(at));
  const related = new RelatedPapers(papers.length);
  papers.forEach(related.expect);
  assert.deepEqual(await related.relate(papers, TOPICS), relatePapers(papers, TOPICS));
});

/** Each shares a pair of words with a few others. */
function paper(at: number): RelatedPaper {
  const group = Math.floor(at / 9);
  const [one, other] = [WORDS[group % WORDS.length]!, WORDS[(group * 5 + 1) % WORDS.length]!];
  return {
    id: `paper-${at}`,
    titleText: `On ${one}x${group} ${other}`,
    abstractText: `We show that ${one}x${group} ${other} is no ${WORDS[at % 9]}y${at}.`,
    topics: at % 3 === 0 ? [{ id: TOPICS[at % 2]!.id }] : [],
  };
}
