import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { formulaTree } from '../../../src/digest/render/formula-tree.ts';
import { toHtml } from '../../../src/digest/render/to-html.ts';

const NONE = 'lspace="0em" rspace="0em"';

/** TeX, and what its MathML holds so that browsers space it as TeX would. */
const cases: [tex: string, holds: string][] = [
  ['a+b', '<mo>+</mo>'],
  ['a=b', '<mo>=</mo>'],
  ['3\\times', `<mo ${NONE}>×</mo>`],
  ['(-1)', `<mo ${NONE}>−</mo>`],
  ['x=-1', `<mo ${NONE}>−</mo>`],
  ['a\\cdot b', '<mo>⋅</mo>'],
  ['\\leq 5', '<mo lspace="0em" rspace="0.2778em">≤</mo>'],
  ['x\\in', '<mo lspace="0.2778em" rspace="0em">∈</mo>'],
  ['x_{i=1}', `<mo ${NONE}>=</mo>`],
  ['x_{i,j}', `<mo separator="true" ${NONE}>,</mo>`],
  ['1,000', `<mo separator="true" ${NONE}>,</mo>`],
  ['\\perp', `<mo ${NONE}>⊥</mo>`],
  ['\\uparrow', `<mo ${NONE}>↑</mo>`],
  ['A^*', `<mo ${NONE}>∗</mo>`],
  [
    'T\\log n',
    '<mi>T</mi><mspace width="0.1667em"></mspace><mi>log</mi><mo>⁡</mo><mspace width="0.1667em"></mspace><mi>n</mi>',
  ],
  ['\\log(n)', '<mi>log</mi><mo>⁡</mo><mo stretchy="false">(</mo>'],
  ['\\max_x f', '</msub><mspace width="0.1667em"></mspace><mi>f</mi>'],
  ['\\arg\\max_x f', '<mi>arg</mi><mo>⁡</mo><mspace width="0.1667em"></mspace><msub>'],
  ['(\\sum x)', '<mo lspace="0em">∑</mo>'],
  ["f'", `<mrow><mi>f</mi><mo ${NONE}>′</mo></mrow>`],
  ['\\left\\|x\\right\\|', '<mo fence="true">‖</mo>'],
  ['\\hat x', '<mo>ˆ</mo>'],
  ['\\H{o}', '<mi>ő</mi>'],
  ['\\H{\\displaystyle o}', '<mi>o</mi></mstyle><mo>˝</mo>'],
  ['\\dot x', '<mo stretchy="true">˙</mo>'],
  ['\\vec x', `<mover accent="false"><mi>x</mi><mo stretchy="false" ${NONE}>→</mo></mover>`],
  [
    '\\sqrt{x}',
    '<msqrt><mrow><mspace height="0.75em" depth="0.2em"></mspace><mi>x</mi></mrow></msqrt>',
  ],
  ['\\mathop{argmin}_x f', '<msub><mo lspace="0em">argmin</mo>'],
  ['a\\stackrel{d}{=}b', '<mover><mo lspace="0.2778em" rspace="0.2778em">=</mo><mi>d</mi></mover>'],
  ['x\\,y', '<mspace width="0.1667em"></mspace>'],
  ['\\binom{n}{k}', '<mfrac linethickness="0em">'],
];

for (const [tex, holds] of cases)
  test(`${tex} is spaced`, () => {
    const html = toHtml([{ type: 'inlineMath', value: tex }]);
    assert.ok(html.includes(holds), html);
  });

test('a long formula may break after its relations and signs, outside brackets', () => {
  const html = toHtml([
    { type: 'inlineMath', value: 'f(a+b+c+d) = \\alpha_1 x_1 + \\alpha_2 x_2 + \\alpha_3 x_3' },
  ]);
  assert.match(html, /^<span><math aria-label="f\(a \+ b \+ c \+ d\) ="><semantics>/);
  assert.equal(html.split('<math ').length - 1, 4);
  assert.match(html, /<mo lspace="0\.2778em" rspace="0\.2778em">=<\/mo><\/mrow><annotation /);
  assert.equal(html.split('<annotation').length - 1, 1);
  assert.match(html, /<math aria-label="α₃x₃"><mrow>.*<\/mrow><\/math><\/span>$/);
});

test('a formula with a piece wider than a phone stands in a box that scrolls', () => {
  const html = toHtml([{ type: 'inlineMath', value: 'a_1b_2'.repeat(20) }]);
  assert.match(
    html,
    /^<span class="scrolls" tabindex="0" role="group" aria-label="Formula"><math aria-label="[^"]+"><semantics>/,
  );
});

test('one too wide for a title alone says so', () => {
  const html = toHtml([{ type: 'inlineMath', value: 'a_1b_2c_3d_4e_5f_6g_7h_8i_9j_1k_2' }]);
  assert.match(html, /^<span class="long"><math /);
});

/** How many children each has; with another number browsers take them for a row. */
const CHILDREN = { msub: 2, msup: 2, msubsup: 3, mover: 2, munder: 2, munderover: 3, mfrac: 2 };
const names = ['\\min', '{\\log}', '\\operatorname{rank}', '\\operatorname*{argmax}', '\\lim'];
const places = [
  'x_{@}',
  'x_{@}^{@}',
  '{@}_x',
  '{@}^2',
  '\\hat{@}',
  '\\overset{@}{@}',
  '\\frac{@}{@}',
];

for (const place of places)
  test(`the name of a function is one child in ${place}`, () => {
    for (const name of names) {
      const tree = formulaTree(place.replaceAll('@', name));
      assert.ok(tree);
      for (const { tagName, children } of elementsIn(tree)) {
        const count = CHILDREN[tagName as keyof typeof CHILDREN] ?? children.length;
        assert.equal(children.length, count, `${name} in ${tagName}`);
      }
    }
  });

function elementsIn(node: Element): Element[] {
  const inner = node.children.filter((child) => child.type === 'element');
  return [node, ...inner.flatMap(elementsIn)];
}

test('a short formula stays whole', () => {
  assert.doesNotMatch(toHtml([{ type: 'inlineMath', value: 'a+b=c' }]), /class/);
});
