import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  assert.match(html, /^<math aria-label="[^"]+" class="wide">/);
  const pieces = html.split('</mrow><mrow>').length;
  assert.equal(pieces, 4);
  assert.match(html, /<mo lspace="0\.2778em" rspace="0\.2778em">=<\/mo><\/mrow><mrow>/);
});

test('a short formula stays whole', () => {
  assert.doesNotMatch(toHtml([{ type: 'inlineMath', value: 'a+b=c' }]), /class/);
});
