import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { SearchDocument } from '../../src/search/document/search-document.ts';
import { buildIndex } from '../../src/search/index/build-index.ts';
import {
  decodeWords,
  encodeDigit,
  encodeWords,
  NumberReader,
} from '../../src/search/index/codec.ts';
import { encodeNumbers } from '../../src/search/index/text-writer.ts';
import { IndexReader } from '../../src/search/query/index-reader.ts';
import { STOP_WORDS } from '../../src/search/text/stop-words.ts';
import { termsOf, tokenize } from '../../src/search/text/tokenize.ts';
import { searchOver, shippedDocuments, shippedFiles } from './shipped-search.ts';

const word = fc.stringMatching(/^[a-zα-ω0-9]{1,8}(-[A-Za-z]{1,6})?$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const papers = fc.array(fc.record({ title: sentence, abstract: sentence }), {
  minLength: 1,
  maxLength: 12,
});

test('numbers and digits come back as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 30 })), fc.nat({ max: 63 }), (numbers, digit) => {
      const reader = new NumberReader(encodeNumbers(numbers) + encodeDigit(digit));
      assert.deepEqual(
        numbers.map(() => reader.number()),
        numbers,
      );
      assert.equal(reader.digit(), digit);
      assert.ok(reader.done);
    }),
  );
});

test('words come back as they were written', () => {
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const sorted = [...new Set(words)].sort();
      assert.deepEqual(decodeWords(encodeWords(sorted)), sorted);
    }),
  );
});

test('every term of a paper finds it, and no paper without it', async () => {
  await fc.assert(
    fc.asyncProperty(papers, async (some) => {
      const documents = some.map(toDocument);
      const reader = await readerOf(buildIndex(documents, [], { termsFileSize: 40 }));
      const held = documents.map(
        ({ titleText, abstractText }) => new Set(termsOf(`${titleText} ; ${abstractText}`)),
      );
      for (const term of new Set(held.flatMap((terms) => [...terms]))) {
        if (STOP_WORDS.has(term)) continue;
        const found = [...((await reader.posting(term))?.papers ?? [])];
        const wanted = held.flatMap((terms, paper) => (terms.has(term) ? [paper] : []));
        assert.deepEqual(
          found.filter((paper) => wanted.includes(paper)),
          wanted,
          term,
        );
      }
    }),
    { numRuns: 25 },
  );
});

test('an index in many pieces answers as one in a single piece', async () => {
  await fc.assert(
    fc.asyncProperty(papers, fc.nat({ max: 11 }), async (some, at) => {
      const documents = some.map(toDocument);
      const text = documents[at % documents.length]!.titleText;
      const [whole, split] = await Promise.all(
        [10 ** 9, 1].map((termsFileSize) =>
          searchOver(buildIndex(documents, [], { termsFileSize, papersPerFile: termsFileSize })),
        ),
      );
      assert.deepEqual(await split!.find({ text }), await whole!.find({ text }));
    }),
    { numRuns: 25 },
  );
});

test('the places of a term are those at which it stands', async () => {
  const { documents } = shippedDocuments();
  const reader = await readerOf(shippedFiles());
  for (const term of ['quantization', 'tmac', 'circuits', 's2ft']) {
    for (const [paper, places] of await reader.places(term)) {
      const { titleText, abstractText } = documents[paper]!;
      const count = [titleText, abstractText]
        .flatMap((text) => termsOf(text))
        .filter((one) => one === term).length;
      assert.equal(places.length, count, `${term} in ${titleText}`);
    }
  }
});

test('words joined are words to correct to where a text writes them as one, too', async () => {
  const texts = ['Post-training, pre-training. Pretraining.', 'Fine-tuned', 'finetuned'];
  const documents = texts.map((abstract, at) => toDocument({ title: 'x', abstract }, at));
  const { known } = await (await readerOf(buildIndex(documents, []))).vocabulary();
  assert.deepEqual(
    ['pretraining', 'finetuned', 'posttraining'].map((word) => known.has(word)),
    [true, true, false],
  );
});

test('the same papers give the same bytes', () => {
  assert.deepEqual([...shippedFiles()], [...shippedFiles()]);
});

test('places of chunks and parts are those of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const { start, end, parts } of tokenize(text)) {
        assert.ok(start >= 0 && start < end && end <= text.length);
        for (const part of parts) assert.ok(part.start >= start && part.end <= end && part.term);
      }
    }),
  );
});

for (const piece of ['{', '$', '_', '^', 'a_', '*a_', '-a', "'", 'a^{', '.', '<', '&#', 'a-'])
  test(`100 kB of ${piece} are indexed and searched`, async () => {
    const text = piece.repeat(100_000 / piece.length);
    const search = await searchOver(
      buildIndex([toDocument({ title: 'x', abstract: text }, 0)], []),
    );
    assert.equal((await search.find({ text })).hits.length >= 0, true);
  });

function toDocument(
  { title, abstract }: { title: string; abstract: string },
  at: number,
): SearchDocument {
  return {
    id: `paper-${at}`,
    titleText: title,
    abstractText: abstract,
    methods: [],
    linkNames: [],
    topicIds: [],
    topicLabels: [],
    authors: [],
    identifiers: [],
    date: '2025-03-14',
    year: '2025',
    hasCode: false,
    hasMath: false,
    title: [title],
    sentences: [[abstract]],
  };
}

function readerOf(files: ReadonlyMap<string, string>): Promise<IndexReader> {
  return IndexReader.open(async (path) => JSON.parse(files.get(path)!));
}
