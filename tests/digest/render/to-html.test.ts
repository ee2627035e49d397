import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Phrasing } from '../../../src/digest/phrasing.ts';
import { toHtml, type Mark } from '../../../src/digest/render/to-html.ts';
import { toPlainText } from '../../../src/digest/render/to-plain-text.ts';
import { phrasing } from './arbitraries.ts';

const text = (value: string): Phrasing => ({ type: 'text', value });
const link = (url: string): Phrasing => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: 'x' }],
});
const math = (value: string): Phrasing => ({ type: 'inlineMath', value });

/** `<mi mathvariant="normal">`, `</mi>` */
const TAG = /<(\/?)([a-z]+)((?: [a-z-]+="[^"]*")*)>/g;
const ATTRIBUTE = /([a-z-]+)="/g;

const ELEMENTS = new Set(
  'strong em code a mark span math semantics annotation mrow mi mn mo mtext mspace msup msub msubsup mover munder munderover mfrac msqrt mroot mstyle mpadded mphantom menclose mtable mtr mtd'.split(
    ' ',
  ),
);

/** Attributes that would run, style or load something, or name a place of the page. */
const UNWANTED = /^(?:on|style$|src|srcset$|xlink|background|mathcolor$|mathbackground$)/;

function tagsOf(html: string): { name: string; attributes: string[] }[] {
  return Array.from(html.matchAll(TAG), ([, , name, attributes]) => ({
    name: name!,
    attributes: Array.from(attributes!.matchAll(ATTRIBUTE), ([, attribute]) => attribute!),
  }));
}

/** The text of HTML without its formulae. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );

test('a formula is MathML with a name, its TeX as annotation', () => {
  assert.equal(
    toHtml([text('S'), math('^{2}'), text('FT')]),
    '<span class="word">S<math aria-label="²"><semantics><mrow><msup><mrow></mrow><mn>2</mn></msup></mrow>' +
      '<annotation encoding="application/x-tex">^{2}</annotation></semantics></math>FT</span>',
  );
});

const letters: [tex: string, mathml: string][] = [
  ['\\mathcal{O}', '<mi>𝒪</mi>'],
  ['\\mathcal{B}', '<mi>ℬ</mi>'],
  ['\\mathbb{R}', '<mi>ℝ</mi>'],
  ['\\mathfrak{g}', '<mi>𝔤</mi>'],
  ['\\mathbf{x}', '<mi>𝐱</mi>'],
  ['\\boldsymbol{\\alpha}', '<mi>𝜶</mi>'],
  ['\\mathbf{1}', '<mn>𝟏</mn>'],
  ['\\mathsf{A}', '<mi>𝖠</mi>'],
  ['\\mathtt{a}', '<mi>𝚊</mi>'],
  ['\\mathrm{d}', '<mi mathvariant="normal">d</mi>'],
  ['\\infty', '<mi>∞</mi>'],
  ['\\operatorname{sgn}', '<mi>sgn</mi>'],
];

for (const [tex, mathml] of letters)
  test(`${tex} is ${mathml}`, () => {
    const html = toHtml([math(tex)]);
    assert.ok(html.includes(mathml), html);
  });

/** TeX that asks for more than a formula. */
const hostile = [
  '\\href{javascript:alert(1)}{x}',
  '\\htmlClass{x" onclick="alert(1)}{x}',
  '\\htmlId{main}{x}',
  '\\htmlStyle{color:red}{x}',
  '\\htmlData{x=y}{x}',
  '\\url{javascript:alert(1)}',
  '\\includegraphics{https://example.org/x.png}',
  '\\rule{99999em}{99999em}',
  '\\kern{-99999em}x',
  '\\hspace{99999em}x',
  '\\raisebox{99999em}{x}',
  '\\color{red}x \\colorbox{blue}{y} \\fcolorbox{red}{blue}{z}',
  '\\Huge x',
  '\\def\\x{\\x\\x}\\x',
  '\\text{</math><script>alert(1)</script>}',
  '\\unicode{x}',
  `${'{'.repeat(3000)}x`,
  `${'\\sqrt{'.repeat(300)}x${'}'.repeat(300)}`,
  `${'x^{'.repeat(55)}x${'}'.repeat(55)}`,
  'a_'.repeat(50_000),
];

for (const tex of hostile)
  test(`no harm in ${tex.slice(0, 40)}`, () => {
    const html = toHtml([text('a '), math(tex), text(' b')]);
    for (const { name, attributes } of tagsOf(html)) {
      assert.ok(ELEMENTS.has(name), html);
      for (const attribute of attributes) assert.doesNotMatch(attribute, UNWANTED);
    }
    assert.doesNotMatch(html, /"-?\d{2,}[\d.]*em"/);
  });

test('links lead to http(s) and mailto alone', () => {
  assert.equal(
    toHtml([link('https://example.org/?a=1&b=2')]),
    '<a href="https://example.org/?a=1&#x26;b=2" rel="nofollow noopener">x</a>',
  );
  for (const url of [
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    ' javascript:x',
    'data:text/html,x',
    'vbscript:x',
    '//x.org',
    '/x',
    'java\nscript:x',
    'https://x"onclick="y',
    'file:///etc/passwd',
  ])
    assert.equal(toHtml([link(url)]), 'x', url);
});

const marks: [name: string, marks: Mark[], html: string][] = [
  ['nothing', [], 'plain <strong>bold</strong> end'],
  [
    'a word',
    [{ start: 0, end: 5, className: 'a', id: 'm', topic: 't' }],
    '<mark class="a" id="m" data-topic="t">plain</mark> <strong>bold</strong> end',
  ],
  [
    'across an element',
    [{ start: 3, end: 8, className: 'a', id: 'm' }],
    'pla<mark class="a" id="m">in </mark><strong><mark class="a">bo</mark>ld</strong> end',
  ],
  [
    'a whole element',
    [{ start: 3, end: 14, className: 'a' }],
    'pla<mark class="a">in <strong>bold</strong> end</mark>',
  ],
  [
    'overlapping',
    [
      { start: 0, end: 4, className: 'a', topic: 's' },
      { start: 2, end: 5, className: 'b', topic: 't' },
    ],
    '<mark class="a" data-topic="s">pl</mark><mark class="a b" data-topic="s t">ai</mark><mark class="b" data-topic="t">n</mark> <strong>bold</strong> end',
  ],
  [
    'empty or beyond the text',
    [
      { start: 2, end: 2, className: 'a' },
      { start: 90, end: 99, className: 'a' },
    ],
    'plain <strong>bold</strong> end',
  ],
];

for (const [name, ranges, html] of marks)
  test(`marks ${name}`, () => {
    assert.equal(
      toHtml(
        [
          text('plain '),
          { type: 'strong', children: [{ type: 'text', value: 'bold' }] },
          text(' end'),
        ],
        ranges,
      ),
      html,
    );
  });

test('a mark takes a formula whole', () => {
  const html = toHtml(
    [text('a '), math('x^2'), text(' b')],
    [{ start: 3, end: 5, className: 'm' }],
  );
  assert.match(html, /^a <mark class="m"><math .*<\/math> <\/mark>b$/);
});

const anyMark = fc.record({
  start: fc.nat(30),
  end: fc.nat(30),
  className: fc.constantFrom('a', 'b'),
  id: fc.constantFrom('i', 'j'),
});

test('HTML holds the text and nothing that the text asks for, with any marks', () => {
  fc.assert(
    fc.property(phrasing, fc.array(anyMark, { maxLength: 4 }), (nodes, ranges) => {
      const html = toHtml(nodes, ranges);
      assert.doesNotMatch(html.replace(TAG, ''), /</);
      for (const { name, attributes } of tagsOf(html)) {
        assert.ok(ELEMENTS.has(name));
        for (const attribute of attributes) assert.doesNotMatch(attribute, UNWANTED);
      }
      const ids = Array.from(html.matchAll(/ id="(\w)"/g), ([, id]) => id);
      assert.equal(new Set(ids).size, ids.length);
      if (!html.includes('<math')) assert.equal(textOf(html), toPlainText(nodes));
    }),
    { numRuns: 1000 },
  );
});
