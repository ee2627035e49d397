import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  namesOf,
  nameOfTexts,
  openWords,
  readKeptWords,
  saveWords,
} from '../../scripts/kept-words.ts';
import { PaperReader } from '../../src/digest/related/paper-reader.ts';
import {
  relatePapers,
  relateRead,
  type RelatedPaper,
} from '../../src/digest/related/relate-papers.ts';
import { somePapers, someTopics } from '../digest/related/some-papers.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const root = temporaryFolder();
const file = { path: path.join(root, 'cache', 'words.parts'), version: '1' };

/** A reader with what was kept, and the way to where the words of a paper stand. */
function open() {
  const kept = readKeptWords(file);
  const { reader, runs } = kept ? openWords(kept) : { reader: new PaperReader(), runs: [] };
  const known = new Map((kept ? namesOf(kept) : []).map((name, at) => [name, runs[at]!]));
  const runOf = (paper: RelatedPaper) => known.get(nameOfTexts(paper)) ?? reader.read(paper);
  return { reader, known, runOf };
}

/** Relates papers as a build does, and keeps the words of some of them. */
function build(papers: readonly RelatedPaper[], kept = papers) {
  const { reader, runOf } = open();
  const read = papers.map((paper) => ({ ...paper, run: runOf(paper) }));
  const related = relateRead(read, someTopics, reader);
  const words = new Map(kept.map((paper) => [nameOfTexts(paper), runOf(paper)]));
  saveWords(file, words, reader);
  return related;
}

test('papers have the neighbours that a build without kept words finds, whatever was kept', () => {
  fc.assert(
    fc.property(somePapers, somePapers, fc.nat(), (before, more, seed) => {
      const isPicked = (_: RelatedPaper, at: number) => (seed >> (at % 16)) % 3 > 0;
      build(before, before.filter(isPicked).toReversed());
      const papers = [...more, ...before.filter((_, at) => (seed + at) % 4 > 0)].map(
        (paper, at) => ({ ...paper, id: `p${at}` }),
      );
      assert.deepEqual(build(papers), relatePapers(papers, someTopics));
      assert.deepEqual(build(papers), relatePapers(papers, someTopics));
    }),
  );
});

const PAPERS: RelatedPaper[] = ['Wug zork – dax', 'GPTQ wugs/zorks', 'αβ-nets'].map((text, at) => {
  return { id: `p${at}`, titleText: text, abstractText: `We study ${text}.`, topics: [] };
});

test('words are kept of the papers that a build had, with no others', () => {
  build(PAPERS.slice(0, 1));
  const alone = readFileSync(file.path);
  build(PAPERS);
  assert.equal(open().known.size, PAPERS.length);
  build(PAPERS.slice(0, 1));
  assert.deepEqual(readFileSync(file.path), alone);
  assert.deepEqual(readdirSync(path.dirname(file.path)), ['words.parts']);
});

test('a file that is damaged, or of another version, is none', () => {
  build(PAPERS);
  const whole = readFileSync(file.path);
  assert.equal(readKeptWords({ ...file, version: '2' }), undefined);
  const flipped = (place: number) => whole.map((byte, at) => (at === place ? byte ^ 1 : byte));
  const damaged = [
    whole.subarray(0, -4),
    whole.subarray(0, 9),
    flipped(200),
    flipped(whole.length - 3),
  ];
  for (const bytes of damaged) {
    writeFileSync(file.path, bytes);
    assert.equal(readKeptWords(file), undefined);
  }
});

test('texts that read the same one after the other have different names', () => {
  const one = nameOfTexts({ titleText: 'a b', abstractText: 'c' });
  assert.notEqual(one, nameOfTexts({ titleText: 'a', abstractText: ' bc' }));
});
