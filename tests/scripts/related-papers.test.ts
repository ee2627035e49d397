import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { namesOf, nameOfTexts, readKeptWords } from '../../scripts/kept-words.ts';
import { RelatedPapers } from '../../scripts/related-papers.ts';
import { relatePapers, type RelatedPaper } from '../../src/digest/related/relate-papers.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

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

test('what a build read is kept for the next, which finds the same neighbours', async () => {
  const file = { path: path.join(temporaryFolder(), 'words.parts'), version: '1' };
  const papers = Array.from({ length: 2000 }, (_, at) => paper(at));
  const build = async (some: readonly RelatedPaper[]) => {
    const related = new RelatedPapers(some.length, file);
    some.forEach(related.expect);
    assert.deepEqual(await related.relate(some, TOPICS), relatePapers(some, TOPICS));
    await related.kept();
    return namesOf(readKeptWords(file)!);
  };
  assert.deepEqual(await build(papers), papers.map(nameOfTexts));
  const changed = papers.map((one, at) => (at % 700 ? one : { ...one, abstractText: 'Wug dax' }));
  const next = [changed[5]!, ...changed.slice(100)];
  const names = [...new Set(next.map(nameOfTexts))];
  assert.deepEqual(await build(next), names);
  assert.deepEqual(await build([paper(5), ...next]), names, 'not written again for one paper');
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
    topics: at % 3 === 0 ? [{ id: TOPICS[at % 2]!.id, score: 0.5 + (at % 5) / 10 }] : [],
  };
}
