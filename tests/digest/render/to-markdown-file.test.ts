import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Heading, Paragraph, Root } from 'mdast';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';
import type { Paper } from '../../../src/digest/schema.ts';
import { cleanText } from '../../../src/digest/render/clean-text.ts';
import { fromMarkdown } from '../../../src/digest/render/from-markdown.ts';
import { toMarkdown } from '../../../src/digest/render/to-markdown.ts';
import { toMarkdownFile } from '../../../src/digest/render/to-markdown-file.ts';
import { toPlainText } from '../../../src/digest/render/to-plain-text.ts';
import { hostileText } from './arbitraries.ts';

const reader = unified().use(remarkParse).use(remarkMath).freeze();

const textOf = (block: Heading | Paragraph) => toPlainText(block.children as never);

function paperWith(title: string, abstract: string): Paper {
  return {
    id: 'x',
    title: toMarkdown([{ type: 'text', value: title }]),
    titleText: title,
    abstract: toMarkdown([{ type: 'text', value: abstract }]),
    abstractText: abstract,
    source: { dump: 'dumps/2025-03-14.txt', line: 1, title, abstract },
    date: '2025-03-14',
    dates: ['2025-03-14'],
    authors: ['Ada Lovelace'],
    topics: [{ id: 'circuits/quantum', score: 1, evidence: [] }],
    links: [{ kind: 'code', url: 'https://example.org/code' }],
    methods: [],
    identifiers: { arxiv: '2503.01234' },
    repairs: [],
    related: [],
  };
}

test('facts, title, abstract, links', () => {
  assert.equal(
    toMarkdownFile(paperWith('Less is more: 50% #', 'We *show* it.')),
    `---
title: "Less is more: 50% #"
authors: ["Ada Lovelace"]
seen: "2025-03-14"
arxiv: "2503.01234"
topics: ["circuits/quantum"]
---

# Less is more: 50% \\#

We \\*show\\* it.

- Paper: <https://arxiv.org/abs/2503.01234>
- Code: <https://example.org/code>
`,
  );
});

test('whatever title and abstract hold, they stay a heading, a paragraph and a string', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (title, abstract) => {
      fc.pre(cleanText(title).trim() !== '' && cleanText(abstract).trim() !== '');
      const file = toMarkdownFile(paperWith(title, abstract));
      const end = file.indexOf('\n---\n', 4);
      assert.equal((parse(file.slice(4, end)) as { title: string }).title, cleanText(title));
      const { children }: Root = reader.parse(file.slice(end + 5));
      assert.deepEqual(
        children.map(({ type }) => type),
        ['heading', 'paragraph', 'list'],
      );
      assert.equal(
        textOf(children[0] as Heading),
        toPlainText(fromMarkdown(toMarkdown([{ type: 'text', value: title }]))),
      );
      assert.equal(textOf(children[1] as Paragraph), cleanText(abstract));
    }),
    { numRuns: 500 },
  );
});
