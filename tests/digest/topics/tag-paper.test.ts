import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as assertProperty, constantFrom, oneof, property, string } from 'fast-check';
import { createTagger, tagPaper, weighTopics } from '../../../src/digest/topics/tag-paper.ts';
import { TaxonomySchema } from '../../../src/digest/topics/taxonomy.ts';
import { shippedTaxonomy } from './shipped-taxonomy.ts';

const tagger = createTagger(shippedTaxonomy);
const FOUR = new Set(['quantization', 'circuits', 'graph-neural-networks', 'quantum']);

/** title, abstract, the topics among the four and their children */
const CASES: [why: string, title: string, abstract: string, topics: string[]][] = [
  [
    'a passing list gives nothing',
    'Growing crystals',
    'Better crystals advance technologies such as generative AI, 5G, and quantum computing. We grow them.',
    [],
  ],
  [
    'what others do is not what the paper does',
    'Aligning entities by label propagation',
    'Entities stand in many tables. Existing models are based on Graph Neural Networks (GNN), but the cost of GNN is high. We propose label propagation.',
    [],
  ],
  [
    'one mention of a tool gives nothing',
    'A career adviser for three languages',
    'Our system answers in three languages. It uses 4-bit quantization to run on a laptop. Users like it.',
    [],
  ],
  [
    'numbers of a model in fewer bits',
    'Rounding that learns',
    'We propose post-training quantisation of language models to 4-bit weights.',
    ['quantization'],
  ],
  [
    'quantization of physics is another word',
    'On deformation quantization',
    'We quantize a field. The quantization of angular momentum follows, and vortices are singly quantized.',
    [],
  ],
  [
    'a name that ends in GNN',
    'PreRoutGNN',
    'We predict delays with PreRoutGNN.',
    ['graph-neural-networks'],
  ],
  [
    'messages of agents are no graph network',
    'Agents that talk',
    'Six agents work together through a message-passing protocol.',
    [],
  ],
  [
    'hyphens, plural and case do not matter',
    'GRAPH-NEURAL-NETWORKS at work',
    'We train them.',
    ['graph-neural-networks'],
  ],
  [
    'the sense of a circuit: quantum',
    'Small circuits for many qubits',
    'We compile quantum circuits for qubits and count gates of each circuit.',
    ['circuits', 'circuits/quantum', 'quantum'],
  ],
  [
    'the sense of a circuit: electronic',
    'Placing a circuit',
    'We place the netlist of a digital circuit on a chip.',
    ['circuits', 'circuits/electronic'],
  ],
  [
    'the sense of a circuit: in models',
    'A circuit for addition',
    'Mechanistic interpretability of language models: activation patching finds the circuit.',
    ['circuits', 'circuits/interpretability'],
  ],
  [
    'the sense of a circuit: probabilistic',
    'Sampling from probabilistic circuits',
    'Probabilistic circuits are tractable.',
    ['circuits', 'circuits/probabilistic'],
  ],
  [
    'the sense of a circuit: neural',
    'How neural circuits learn',
    'In neuroscience, neural circuits of the cortex show low-rank structure.',
    ['circuits', 'circuits/neural'],
  ],
  [
    'the word without the thing',
    'Neural circuit diagrams',
    'Neural circuit diagrams are a language for drawing architectures.',
    [],
  ],
  ['empty texts', 'x', '', []],
];

for (const [why, title, abstract, expected] of CASES) {
  test(`topics: ${why}`, () => {
    const tags = tagPaper({ titleText: title, abstractText: abstract }, tagger);
    const ids = tags.map(({ id }) => id).filter((id) => FOUR.has(id.split('/')[0]!));
    assert.deepEqual(ids.toSorted(), expected.toSorted());
  });
}

test('a topic with nothing but phrases under `for` works', () => {
  const taxonomy = TaxonomySchema.parse({
    topics: [
      {
        id: 'weather',
        label: 'Weather',
        description: 'The sky.',
        for: ['weather forecast*', 'rain'],
      },
    ],
  });
  const own = createTagger(taxonomy);
  const ids = (titleText: string, abstractText: string) =>
    tagPaper({ titleText, abstractText }, own).map(({ id }) => id);
  assert.deepEqual(ids('Forecasting rain', 'We read clouds.'), ['weather']);
  assert.deepEqual(
    ids('Clouds', 'We improve weather forecasts. Our weather forecasting is fast.'),
    ['weather'],
  );
  assert.deepEqual(ids('Clouds', 'It helps with traffic, weather forecasts, and sports.'), []);
});

test('a child is never given without its parent', () => {
  for (const [, titleText, abstractText] of CASES) {
    const ids = tagPaper({ titleText, abstractText }, tagger).map(({ id }) => id);
    for (const id of ids) assert.ok(ids.includes(id.split('/')[0]!));
  }
});

const WORDS = shippedTaxonomy.topics
  .flatMap(({ strong, for: speaks, ambiguous, against }) => [
    ...strong,
    ...speaks,
    ...ambiguous,
    ...against,
  ])
  .map((phrase) => phrase.replaceAll('*', 's').replaceAll('#', '4'));
const texts = array(
  oneof(constantFrom(...WORDS), string(), constantFrom('. We ', ', ', '(', ' and ', '𝒪')),
).map((parts) => parts.join(' '));

test('every place is true, every sum explained, and the same text gives the same tags', () => {
  assertProperty(
    property(texts, texts, (titleText, abstractText) => {
      const paper = { titleText, abstractText };
      const tags = tagPaper(paper, tagger);
      assert.deepEqual(tagPaper(paper, createTagger(shippedTaxonomy)), tags);
      for (const { score, evidence } of tags) {
        assert.ok(score > 0 && score <= 1);
        for (const { field, text, start, end } of evidence)
          assert.equal((field === 'title' ? titleText : abstractText).slice(start, end), text);
      }
      for (const { sum, evidence } of weighTopics(paper, tagger)) {
        const added = evidence.reduce((total, { weight }) => total + weight, 0);
        assert.ok(Math.abs(Math.max(0, added) - sum) < 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

test('a text of any size is read in bounded work', () => {
  for (const piece of ['circuit ', 'a', 'graph neural ', '. W', ', and ', 'such as ']) {
    const abstractText = piece.repeat(100_000);
    const tags = tagPaper({ titleText: 'x', abstractText }, tagger);
    assert.ok(tags.every(({ evidence }) => evidence.every(({ end }) => end <= 20_000)));
  }
});
