import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { fromMarkdown } from '../../../src/digest/render/from-markdown.ts';
import { tidyPhrasing } from '../../../src/digest/render/tidy-phrasing.ts';
import { toHtml } from '../../../src/digest/render/to-html.ts';
import { joinFormulae, toMarkdown } from '../../../src/digest/render/to-markdown.ts';
import { toPlainText } from '../../../src/digest/render/to-plain-text.ts';
import { phrasing } from './arbitraries.ts';

/** What a person writes into corrections, and what it reads as: no word of it is lost. */
const READ: Record<string, string> = {
  'Two\n\nparagraphs': 'Two paragraphs',
  'one  \nbroken\\\nline': 'one broken line',
  'the <mask> token': 'the <mask> token',
  '<b>bold</b> x': '<b>bold</b> x',
  'a <!-- b --> c': 'a <!-- b --> c',
  '<script>alert(1)</script> x': '<script>alert(1)</script> x',
  '# Heading': '# Heading',
  'Setext\n===': 'Setext ===',
  '- item': '- item',
  '1. item': '1. item',
  '> quote': '> quote',
  '---': '---',
  '```\ncode\n```': '``` code ```',
  '    code': 'code',
  '![a](https://a.b/c.png)': '![a](https://a.b/c.png)',
  '[a]\n\n[a]: javascript:alert(1)': '[a] [a]: javascript:alert(1)',
  '[x](javascript:alert(1)) y': 'x y',
  '*a* <i> **b <u>**': 'a <i> b <u>',
};

test('corrections: what no phrasing holds is the text that it is written as', () => {
  const read = Object.keys(READ).map((markdown) => toPlainText(fromMarkdown(markdown)));
  assert.deepEqual(read, Object.values(READ));
});

test('corrections: no element comes of it but those of phrasing', () => {
  for (const markdown of Object.keys(READ))
    assert.doesNotMatch(toHtml(fromMarkdown(markdown)), /<(?!\/?(?:em|strong|a)>)|javascript:.*"/);
});

test('what toMarkdown wrote is read as the same nodes', () => {
  fc.assert(
    fc.property(phrasing, (nodes) => {
      assert.deepEqual(fromMarkdown(toMarkdown(nodes)), joinFormulae(tidyPhrasing(nodes)));
    }),
  );
});
