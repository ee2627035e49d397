import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { indexFiles } from '../../../src/search/index/build-index.ts';
import { extractPaper, toCard } from '../../../src/search/index/extract-paper.ts';
import { KeptExtracts } from '../../../src/site/output/kept-extracts.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';
import { shippedDocuments, shippedFiles } from '../../search/shipped-search.ts';

const root = temporaryFolder();
const { documents, topics } = shippedDocuments();
let files = 0;

/** A new place; `build` makes the index of some papers there and tells which were read. */
function newPlace() {
  const file = path.join(root, `${(files += 1)}`, 'search.extracts');
  const build = (some: readonly number[], version = '1') => {
    const kept = new KeptExtracts(file, version);
    const made: number[] = [];
    const extracts = some.map((at) =>
      kept.keep(`${at}`, () => {
        made.push(at);
        return extractPaper(documents[at]!, kept.vocabulary);
      }),
    );
    const index = indexFiles(extracts, kept.vocabulary, topics, (paper) =>
      toCard(documents[some[paper]!]!),
    );
    kept.save();
    return { made, index: new Map(index.map(({ path, text }) => [path, text()])) };
  };
  return { file, build };
}

test('an index of kept extracts is the one that is made anew, whatever was kept', () => {
  const { file, build } = newPlace();
  const all = [...documents.keys()];
  build([5, 3, 8, 1]);
  assert.deepEqual(build([1, 2, 3]).made, [2]);
  const whole = build(all);
  assert.equal(whole.made.length, all.length - 3);
  assert.deepEqual(whole.index, shippedFiles());
  assert.deepEqual(build(all), { made: [], index: shippedFiles() });
  assert.deepEqual(readdirSync(path.dirname(file)), ['search.extracts']);
});

test('what a build did without is kept no longer, nor are its words', () => {
  const { file, build } = newPlace();
  build([7]);
  const alone = readFileSync(file);
  build([7, 8]);
  assert.deepEqual(build([7]).made, []);
  assert.deepEqual(readFileSync(file), alone);
});

test('of another version nothing is kept', () => {
  const { build } = newPlace();
  build([0, 1], '1');
  assert.deepEqual(build([0, 1], '2').made, [0, 1]);
  assert.deepEqual(build([0, 1], '2').made, []);
});

test('a damaged file is as none', () => {
  const { file, build } = newPlace();
  build([0, 1]);
  const whole = readFileSync(file);
  const damaged = [
    whole.subarray(0, -4),
    whole.subarray(0, 20),
    Buffer.from(''),
    Buffer.from('{}\n'),
    whole.map((byte, at) => (at === whole.length - 3 ? byte ^ 1 : byte)),
    whole.map((byte, at) => (at === 300 ? byte ^ 1 : byte)),
  ];
  for (const bytes of damaged) {
    writeFileSync(file, bytes);
    assert.deepEqual(build([0, 1]).made, [0, 1]);
    assert.deepEqual(readFileSync(file), whole);
  }
});

test('a place that cannot be written is no fault', () => {
  const place = path.join(root, 'no-folder');
  writeFileSync(place, '');
  const kept = new KeptExtracts(path.join(place, 'search.extracts'), '1');
  kept.keep('a', () => extractPaper(documents[0]!, kept.vocabulary));
  kept.save();
  assert.ok(!existsSync(path.join(place, 'search.extracts')));
});

test('a file is not written again for few papers of many', () => {
  const { file } = newPlace();
  const build = (names: readonly number[]) => {
    const kept = new KeptExtracts(file, '1');
    let made = 0;
    for (const name of names)
      kept.keep(`${name}`, () => {
        made += 1;
        return extractPaper(documents[0]!, kept.vocabulary);
      });
    kept.save();
    return made;
  };
  const many = [...Array(1000).keys()];
  build(many);
  assert.equal(build([...many, 1000]), 1);
  assert.equal(build([...many, 1000]), 1);
  assert.equal(build([...many, 1000, 1001, 1002]), 3);
  assert.equal(build([...many, 1000, 1001, 1002]), 0);
});
