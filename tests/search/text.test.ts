import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readHtml } from '../../src/search/document/read-html.ts';
import { splitSentences } from '../../src/search/document/split-sentences.ts';
import { introducedAcronyms, learnAcronyms } from '../../src/search/index/learn-acronyms.ts';
import { countSlips } from '../../src/search/text/slips.ts';
import { singular } from '../../src/search/text/inflect.ts';
import { tokenize } from '../../src/search/text/tokenize.ts';

describe('spellings that meet', () => {
  for (const [terms, ...spellings] of [
    ['s2ft', 'S²FT', 'S^2FT', 'S^{2}FT', 'S2FT'],
    ['alpha beta', 'αβ', 'α, β', 'alpha beta', 'Α β'],
    ['l2', 'L²', 'L_2', 'L₂', 'L^{2}', 'l2'],
    ['wij', '𝒲ᵢⱼ', 'W_{ij}', 'W_ij', 'wij'],
    ['oi u', '𝒪ᵢ(u)', 'O_i(u)'],
    ['3x', '3×', '3x'],
    ['7x7', '7×7', '{{7*7}}', '7x7'],
    ['x infinity leq 1 lambda', '‖x‖∞ ≤ 1/λ', '|x|_infty leq 1/lambda'],
    ['sum j', '∑ⱼ', 'sum_j'],
    ['pre rout gnn', 'PreRoutGNN', 'pre-rout-gnn'],
    ['cifar 10', 'CIFAR-10', 'cifar10', 'CIFAR 10'],
    ['model', "model's", 'Model'],
  ] as const)
    test(terms, () => {
      for (const spelling of spellings) {
        const found = tokenize(spelling).flatMap(({ parts }) => parts.map(({ term }) => term));
        assert.equal(found.join(' '), terms, spelling);
      }
    });
});

test('names are found without their hyphens', () => {
  for (const [name, joined] of [
    ['T-MAC', 'tmac'],
    ['LLM-FP4', 'llmfp4'],
    ['AnalogGenie', 'analoggenie'],
  ])
    assert.ok(tokenize(name!)[0]!.joined.includes(joined!), name);
});

test('plurals and singulars', () => {
  for (const [many, one] of [
    ['networks', 'network'],
    ['matrices', 'matrix'],
    ['hierarchies', 'hierarchy'],
    ['classes', 'class'],
    ['loss', 'loss'],
    ['analysis', 'analysis'],
    ['gnns', 'gnn'],
  ])
    assert.equal(singular(many!), one);
});

test('acronyms are learned from the text that introduces them', () => {
  const texts = [
    'We use graph neural networks (GNNs) and Activation-aware Weight Quantization (AWQ).',
    'The Branch-and-bound (BaB) and quantum low-density parity-check (qLDPC) codes (see below).',
  ];
  const learned = learnAcronyms(texts.map(introducedAcronyms))
    .filter((one) => one.learned)
    .map(({ acronym, words }) => `${acronym}: ${words.join(' ')}`);
  assert.deepEqual(learned.sort(), [
    'awq: activation aware weight quantization',
    'bab: branch and bound',
    'gnn: graph neural network',
    'qldpc: quantum low density parity check',
  ]);
});

test('slips between words', () => {
  assert.equal(countSlips('netwroks', 'networks', 2)?.edits, 1);
  assert.equal(countSlips('oscilation', 'oscillation', 2)?.edits, 1);
  assert.equal(countSlips('quantum', 'quantization', 2), undefined);
});

test('a formula is read as data; markup of the prose, comments on formulae and unknown attributes are not', () => {
  const html =
    'a <strong>b</strong> &#x26; &lt;c <math onclick="x" display="block"><mi>x</mi><annotation>\\x</annotation></math> d';
  assert.deepEqual(readHtml(html), [
    'a b & <c ',
    ['math', { display: 'block' }, ['mi', 0, 'x']],
    ' d',
  ]);
});

test('sentences end at their full stops, not at those of abbreviations, and never in a formula', () => {
  const math = readHtml('<math><mi>x</mi></math>')[0]!;
  assert.deepEqual(splitSentences(['See Fig. 3, i.e. A. It has ', math, '. We end. (2023) Bye.']), [
    ['See Fig. 3, i.e. A. It has ', math, '.'],
    [' We end.'],
    [' (2023) Bye.'],
  ]);
});

test(
  'runs of letters and digits of any length are cut into chunks in linear time',
  { timeout: 20_000 },
  () => {
    for (const [unit, length] of [
      ['x', 10_000_000],
      ['\u4e2d', 10_000_000],
      ['a-', 5_000_000],
      ['1', 1_000_000],
      ['1.', 500_000],
      ['1-', 500_000],
    ] as const) {
      const chunks = tokenize(unit.repeat(length));
      assert.ok(chunks.length > 1 && chunks.length < length / 100, unit);
    }
  },
);
