import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../../scripts/read-content.ts';
import { buildDigest } from '../../../src/digest/build-digest.ts';
import { findMethods } from '../../../src/digest/paper/find-methods.ts';

const CASES: [title: string, abstract: string, ...names: string[]][] = [
  ['T-MAC: Table Lookup', 'We use LLMs.', 'T-MAC'],
  ['KetGPT - Augmentation', '', 'KetGPT'],
  ['PreRoutGNN for Timing', '', 'PreRoutGNN'],
  ['LLM-FP4: Four Bits', '', 'LLM-FP4'],
  ['Patronus: Prototypes', 'With Patronus, prototypes are found.', 'Patronus'],
  ['Circuits: A Survey', 'Circuits are everywhere.'],
  ['On X', 'We propose Activation-aware Weight Quantization (AWQ), a method.', 'AWQ'],
  ['On X', 'This paper proposes, AnalogGenie, an engine.', 'AnalogGenie'],
  ['On X', 'a rounding mechanism, coined FlexRound, is', 'FlexRound'],
  ['On X', 'a scheme which we call Feynman-Kac Correctors (FKCs) based on', 'FKCs'],
  ['On X', 'We propose a family of Structured Sparse Tuning (S²FT) methods', 'S²FT'],
  ['On X', 'We propose three techniques: quantization (StatsQ); annealing (CGA).', 'StatsQ', 'CGA'],
  ['On X', 'We devise a novel reinforcement learning (RL) agent for LLMs (large).'],
  ['On X', 'an approach for Deep Neural Networks (DNNs) based on Bound Propagation (BP)'],
  ['On X', 'We build on BERT and compare with GPTQ. We introduce CityGPT-Powered agents.'],
];

for (const [title, abstract, ...names] of CASES) {
  test(`${title} | ${abstract}`, () => assert.deepEqual(findMethods(title, abstract), names));
}

test('the names of the shipped papers, by eye', () => {
  const { papers } = buildDigest({ ...readContent('content'), corrections: {} });
  const names = papers.flatMap(({ record }) => record.methods);
  assert.deepEqual(
    names.join(' '),
    'MGVGA MG-Verilog AWQ AnalogGenie StatsQ CGA QKR PreRoutGNN INSIGHT T-MAC NUPES S²FT GenBaB ' +
      'AdaDim LLMPirate FlexRound KetGPT AttackGNN KAT ABC-RL MobileQuant SNNKs URFs BiBench ' +
      'BitStack ZeroQuant-FP LLM-FP4 DenseShift COLEP CRLQAS MgNO FKCs',
  );
});

test('hostile texts take linear time', () => {
  for (const unit of ['propose a ', '(A', 'A-', 'named A', 'aB-', 'propose two x: (AB', 'Aa.']) {
    const text = unit.repeat(100_000 / unit.length);
    assert.ok(findMethods(text, text).length <= 6);
  }
});
