import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Phrasing } from '../../../src/digest/phrasing.ts';
import { tidyPhrasing } from '../../../src/digest/render/tidy-phrasing.ts';
import { joinFormulae, toMarkdown, WRITTEN } from '../../../src/digest/render/to-markdown.ts';
import { hostileText, phrasing } from './arbitraries.ts';

const reader = unified().use(remarkParse).use(remarkMath).freeze();
const writer = unified().use(remarkStringify, WRITTEN).use(remarkMath).freeze();

/** The nodes of one paragraph of Markdown, without places. */
function read(markdown: string): Phrasing[] {
  const tree: Root = reader.parse(markdown);
  if (tree.children.length === 0) return [];
  assert.equal(tree.children.length, 1, markdown);
  const [paragraph] = tree.children;
  assert.equal(paragraph!.type, 'paragraph', markdown);
  return tidyPhrasing(strip(paragraph as Nodes).children);
}

function strip(node: Nodes): { children: Phrasing[] } {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      key === 'position' || key === 'data' ? undefined : value,
    ),
  ) as { children: Phrasing[] };
}

const literal = [
  '# heading',
  '1. item',
  '- item',
  '+ item',
  '> quote',
  '---',
  '***',
  '===',
  '`code` ``two``',
  '*a* _b_ **c** __d__ snake_case_name',
  '[x](javascript:alert(1)) ![i](y) [r]: z',
  '<b>x</b> <https://example.org> <!-- c -->',
  '<ada@example.org> <#ada@example.org> <1@example.org>',
  '$5 now and $10 later $$x$$',
  'a | b',
  '~~gone~~ ~x~',
  '&amp; &#65; &copy;',
  '  spaces around  ',
  '\\* \\\\ \\$ \\',
  '    four spaces',
  'https://example.org/a_b_c?x=*y*',
  '{{ x }} {% y %} ${z}',
];

for (const text of literal) {
  test(`text stays text: ${text}`, () => {
    assert.deepEqual(read(toMarkdown([{ type: 'text', value: text }])), [
      { type: 'text', value: text },
    ]);
  });
}

test('math stands between dollars', () => {
  assert.equal(
    toMarkdown([
      { type: 'text', value: 'S' },
      { type: 'inlineMath', value: '^{2}' },
      { type: 'text', value: 'FT costs $5' },
    ]),
    'S$^{2}$FT costs \\$5',
  );
});

/** Formulae that hold what Markdown without dollars would take for elements, links and pictures. */
const markup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a <b c> d',
  '\\text{<b>x</b>}',
  '<javascript:alert(1)>',
  '<!-- x --> <?x?> <!X>',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
];

for (const value of markup) {
  test(`a formula is no markup where dollars mean nothing: ${value}`, () => {
    const node: Phrasing = { type: 'inlineMath', value };
    const tree = unified()
      .use(remarkParse)
      .parse(toMarkdown([node]));
    const [paragraph] = tree.children as { children?: { type: string }[] }[];
    assert.deepEqual(
      paragraph!.children?.map(({ type }) => type),
      ['text'],
    );
  });
}

test('relations and intervals of a formula stay as they are', () => {
  const value = 'i<j, 0<x, [0,1] (a]';
  assert.equal(toMarkdown([{ type: 'inlineMath', value }]), `$${value}$`);
});

test('any text reads back as itself', () => {
  fc.assert(
    fc.property(hostileText, (value) => {
      const node: Phrasing = { type: 'text', value };
      assert.deepEqual(read(toMarkdown([node])), tidyPhrasing([node]));
    }),
    { numRuns: 1000 },
  );
});

test('any phrasing reads back as itself', () => {
  fc.assert(
    fc.property(phrasing, (nodes) => {
      assert.deepEqual(read(toMarkdown(nodes)), joinFormulae(tidyPhrasing(nodes)));
    }),
    { numRuns: 1000 },
  );
});

test('any phrasing is written as remark writes it', () => {
  fc.assert(
    fc.property(phrasing, (nodes) => {
      const children = joinFormulae(tidyPhrasing(nodes));
      const tree: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
      assert.equal(toMarkdown(nodes), writer.stringify(tree).replace(/\n$/, ''));
    }),
    { numRuns: 3000 },
  );
});

test('a text too long for an abstract reads back as itself', () => {
  const value = ` ${literal.join(' ')} ${'costs $5. '.repeat(25_000)}`;
  assert.deepEqual(read(toMarkdown([{ type: 'text', value }])), [{ type: 'text', value }]);
});
