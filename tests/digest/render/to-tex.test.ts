import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Phrasing } from '../../../src/digest/phrasing.ts';
import { toTex } from '../../../src/digest/render/to-tex.ts';
import { phrasing } from './arbitraries.ts';

const cases: [nodes: Phrasing[], tex: string][] = [
  [
    [
      { type: 'text', value: 'S' },
      { type: 'inlineMath', value: '^{2}' },
      { type: 'text', value: 'FT' },
    ],
    'S$^{2}$FT',
  ],
  [[{ type: 'text', value: '5 % & $5 #1 a_b' }], '5 \\% \\& \\$5 \\#1 a\\_b'],
  [
    [{ type: 'text', value: '\\ { } ~ ^' }],
    '\\textbackslash{} \\textbraceleft{} \\textbraceright{} \\textasciitilde{} \\textasciicircum{}',
  ],
  [[{ type: 'inlineMath', value: '\\left\\{ x \\right.' }], '$\\left\\lbrace  x \\right.$'],
  [[{ type: 'inlineMath', value: '\\frac{' }], '\\textbackslash{}frac\\textbraceleft{}'],
  [[{ type: 'inlineMath', value: '\\text{\\$}' }], '$\\text{\\$}$'],
  [
    [
      { type: 'strong', children: [{ type: 'text', value: 'b' }] },
      { type: 'emphasis', children: [{ type: 'text', value: 'i' }] },
      { type: 'inlineCode', value: 'c_d' },
    ],
    '\\textbf{b}\\emph{i}\\texttt{c\\_d}',
  ],
];

for (const [nodes, tex] of cases) test(`TeX: ${tex}`, () => assert.equal(toTex(nodes), tex));

test('braces balance and dollars pair, however they are counted', () => {
  fc.assert(
    fc.property(phrasing, (nodes) => {
      const tex = toTex(nodes);
      assert.equal(tex.split('{').length, tex.split('}').length);
      let depth = 0;
      for (const character of tex) {
        depth += character === '{' ? 1 : character === '}' ? -1 : 0;
        assert.ok(depth >= 0);
      }
      assert.equal((tex.replace(/\\./g, '').split('$').length - 1) % 2, 0, tex);
    }),
    { numRuns: 1000 },
  );
});
