import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { hashedId, paperId, titleKey } from '../../../src/digest/paper/paper-id.ts';
import { PAPER_ID } from '../../../src/digest/schema.ts';

// These are addresses: a change of any row breaks links to published pages.
const PERMANENT: [title: string, id: string][] = [
  ['Kolmogorov-Arnold Transformer', 'kolmogorov-arnold-transformer'],
  [
    'S^{2}FT: Efficient, Scalable and Generalizable LLM Fine-tuning by Structured Sparsity',
    's2ft-efficient-scalable-and-generalizable-llm-fine-tuning-by-structured-sparsity',
  ],
  ['Why Don’t We (Still) Quantize? Yes: "GPT-3.5"!', 'why-dont-we-still-quantize-yes-gpt-3-5'],
  ['A/B Testing & Q&A – a survey', 'a-b-testing-q-a-a-survey'],
  ['code_transformed: A Study', 'code-transformed-a-study'],
  ['Schr\\"odinger, Schrödinger, Łoś, Straße', 'schrodinger-schrodinger-los-strasse'],
  ['τ^2-Bench and β-VAE', 'tau2-bench-and-beta-vae'],
  ['S²FT ﬁne ℝ', 's2ft-fine-r'],
  ['zero\u200bwidth\u200djoin', 'zerowidthjoin'],
  ['\u202egnp.exe\u202c', 'gnp-exe'],
  [
    'AnalogGenie: A Generative Engine for Automatic Discovery of Analog Circuit Topologies',
    'analoggenie-a-generative-engine-for-automatic-discovery-of-analog-circuit-q6pz4w',
  ],
  ['C for Circuits', 'c-for-circuits'],
  ['C# for Circuits', 'c-for-circuits-d0kung'],
];

for (const [title, id] of PERMANENT) {
  test(`the id of ${title}`, () => assert.equal(paperId(title), id));
}

const UNSAYABLE = [
  '.',
  '..',
  '---',
  '???',
  '~',
  '$$',
  '%',
  '量子回路の設計',
  'Квантовые схемы',
  '🚀🚀🚀',
  '🎯',
  '1',
  '2026-03-14',
  'con',
  'COM1',
  'index',
  '__proto__',
  '__defineGetter__',
  'prototype',
  'constructor',
  'search',
  'C++ for Circuits',
  'Tools == Circuits',
  'a'.repeat(300),
  'é'.repeat(300),
  'Very long title '.repeat(700),
];

test('a title that its words cannot say gets a hash, and no two ids are equal', () => {
  const ids = UNSAYABLE.map(paperId);
  for (const [at, id] of ids.entries()) assert.match(id, /-[a-z0-9]{6}$/, UNSAYABLE[at]);
  assert.equal(new Set(ids).size, ids.length);
});

test('every id is safe as an address and as a file name, whatever the title', () => {
  const titles = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ maxLength: 200 }),
  );
  fc.assert(
    fc.property(titles, (title) => {
      for (const id of [paperId(title), hashedId(title, `${title}x`)]) {
        assert.match(id, PAPER_ID);
        assert.ok(id.length <= 80);
        assert.match(id, /[a-z]/);
      }
      assert.equal(paperId(title), paperId(`  ${title}\n`));
    }),
  );
});

test('titles that differ in case and punctuation share a key', () => {
  assert.equal(titleKey('C# for Circuits!'), titleKey('c FOR circuits'));
  assert.notEqual(titleKey('🚀'), titleKey('🎯'));
});

test('long titles take linear time', () => {
  for (const unit of ['-', '_', '\\"', 'α', 'a ', '{', '^', '\u0301']) {
    assert.ok(paperId(unit.repeat(100_000)).length <= 80);
  }
});
