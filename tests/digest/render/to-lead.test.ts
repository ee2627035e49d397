import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Phrasing } from '../../../src/digest/phrasing.ts';
import { cleanText } from '../../../src/digest/render/clean-text.ts';
import { sentenceEnds, shortTitle, toDescription } from '../../../src/digest/render/sentences.ts';
import { toTextLead } from '../../../src/digest/render/lead.ts';
import { toLead, toListTitle } from '../../../src/digest/render/to-lead.ts';
import { toPlainText } from '../../../src/digest/render/to-plain-text.ts';
import { hostileText, phrasing } from './arbitraries.ts';

const text = (value: string): Phrasing => ({ type: 'text', value });
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

/** Texts, with `¶` where a sentence ends. */
const sentences = [
  'One thing.¶ Another thing.',
  'As shown by Smith et al. The rest e.g. Figure 2, i.e. "this", cf. Theorem 1, w.r.t. A.',
  'Is it so?¶ Yes!¶ (Really.)¶ "Good."¶ End.',
  'Version 3.5 of J. Smith vs. Others.¶ 10 more.',
  'We use ResNet-50.¶ It works.',
  '一つ。¶二つ。¶',
];

for (const marked of sentences)
  test(`sentences end in ${marked}`, () => {
    const plain = marked.replaceAll('¶', '');
    const ends = sentenceEnds(plain);
    const again = [0, ...ends].map((end, at) => plain.slice(end, ends[at])).join('¶');
    assert.equal(again, marked);
  });

test('a lead is whole sentences', () => {
  const first = `${words(20)}.`;
  assert.equal(toPlainText(toLead([text(`${first} And then ${words(40)}. More.`)])), first);
});

/** Sentences of an abstract; `¶` is where its lead begins. */
const contributions = [
  `¶In this paper, we cut weights. ${words(50)}.`,
  `It is known ${words(50)}. ¶In this short paper, weights are cut. ${words(10)}.`,
  `It is known ${words(50)}. We often need less. ¶To close this gap, we carefully cut weights.`,
  `It is known ${words(50)}. However, we still lack a way. ¶To mend this we cut weights.`,
  `It is known ${words(50)}. ¶This work cuts weights. We also prune them.`,
  `It is known ${words(50)}. ¶“Here, we cut weights”, as they say.`,
  `It is known ${words(50)}. ¶Purpose: This study cuts weights. We prune them.`,
  `¶It is known. We cut weights. So ${words(50)}.`,
  `¶It is known ${words(50)}. Weights are cut. Our weights are good.`,
];

for (const marked of contributions)
  test(`the lead is where the paper says what it does: ${marked.replaceAll(/( word\d+)+/g, ' …')}`, () => {
    const [before, after] = marked.split('¶') as [string, string];
    const lead = toTextLead(before + after);
    assert.ok(lead.length > 20);
    assert.ok(after.startsWith(lead.replace(/…$/, '')), lead);
  });

test('a lead begins after formulae and links of the sentences before it', () => {
  const formula: Phrasing = { type: 'inlineMath', value: 'x^2. We' };
  const strong: Phrasing = { type: 'strong', children: [text('It is said. We cut ')] };
  const nodes = [text(`It is known ${words(50)} `), formula, text('. '), strong, formula];
  const lead = toLead(nodes);
  assert.deepEqual(lead, [{ type: 'strong', children: [text('We cut ')] }, formula]);
});

test('a title is whole, unless no title is that long', () => {
  const title = words(40);
  assert.equal(toPlainText(toListTitle([text(title)])), title);
  assert.equal(shortTitle(title), title);
  for (const cut of [toPlainText(toListTitle([text(words(90))])), shortTitle(words(90))]) {
    assert.ok(cut.length > 280 && cut.length <= 300, cut);
    assert.match(cut, /word\d+…$/);
  }
  const formula: Phrasing = { type: 'inlineMath', value: 'x' };
  assert.ok(toListTitle(Array.from({ length: 900 }, () => formula)).length <= 300);
});

test('a long sentence is cut at a word', () => {
  const lead = toPlainText(toLead([text(words(90))]));
  assert.ok(lead.length <= 280, lead);
  assert.match(lead, /word\d+…$/);
});

test('a formula is never cut, and no sentence ends in one', () => {
  const formula: Phrasing = { type: 'inlineMath', value: `f(x).\\ Y = ${'x + '.repeat(60)}1` };
  const nodes = [text(`${words(6)} where `), formula, text(` holds. ${words(20)}`)];
  assert.equal(toPlainText(toLead(nodes)), `${words(6)} where…`);
});

test('a plain text has the lead of an abstract without markup', () => {
  const texts = fc.array(
    fc.oneof(hostileText, fc.constantFrom('word, ', 'word ', 'end. A ', '. ')),
    {
      minLength: 20,
      maxLength: 120,
    },
  );
  fc.assert(
    fc.property(texts, (parts) => {
      const plain = cleanText(parts.join(''));
      assert.equal(toTextLead(plain), toPlainText(toLead([text(plain)])));
    }),
  );
});

test('any lead is short, and a part of the abstract', () => {
  const saying = fc.constantFrom(words(20), `${words(50)}. We cut weights. `);
  fc.assert(
    fc.property(phrasing, saying, phrasing, (nodes, said, more) => {
      const long = [text('It is '), ...nodes, text(said), ...more, text(words(50))];
      const lead = toPlainText(toLead(long));
      assert.ok(lead.length <= 281);
      assert.ok(toPlainText(long).includes(lead.replace(/…$/, '')));
    }),
  );
});

test('any description is short, whole and well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (value) => {
      const description = toDescription(value);
      assert.ok(description.length <= 160);
      assert.ok(description.isWellFormed());
    }),
  );
});
