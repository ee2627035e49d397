import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { renderToString } from 'katex';
import { damageLatex } from '../../../src/digest/latex/damage-latex.ts';
import { repairText } from '../../../src/digest/latex/repair-text.ts';
import type { Phrasing } from '../../../src/digest/phrasing.ts';

const WORDS =
  'we show that the model learns a better policy from data , and its loss ; for example'.split(' ');
const PIECES = [
  ...WORDS,
  ...'x_1 y^{2} alpha leq in times 3times256 S^{2}FT |x|_2 { } $ $x$ \\% \\textbf{a} \\"o ~ -- `` https://x.org/a_b a_b_c ( ) [0,1] sum_{i} nlog'.split(
    ' ',
  ),
];
const text = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 30 })
  .map((words) => words.join(' '));
const noise = fc.string({
  unit: fc.constantFrom(...'ab_^{}$\\ ()[]|!,.1=<>~`\'"%&#-'),
  maxLength: 60,
});

test('edits are in order and never overlap', () => {
  fc.assert(
    fc.property(fc.oneof(text, noise), (source) => {
      let at = 0;
      for (const { start, end } of repairText(source).edits) {
        assert.ok(start >= at && end > start && end <= source.length);
        at = end;
      }
    }),
  );
});

test('a formula adds nothing but backslashes, braces and spaces', () => {
  fc.assert(
    fc.property(fc.oneof(text, noise), (source) => {
      for (const { start, end, nodes, rule } of repairText(source).edits) {
        if (rule !== 'math') continue;
        assert.equal(bare(nodes.map(tex).join('')), bare(source.slice(start, end)));
      }
    }),
  );
});

test('prose without evidence comes out identical', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) => {
      assert.deepEqual(repairText(words.join(' ')).edits, []);
    }),
  );
});

const atom = fc.constantFrom('x', 'y', 'n', 'K', '\\alpha', '\\theta', '\\lambda', '2');
const script = fc.constantFrom('', '', '_1', '^2', '_{i}', '^{-1}', '_{\\max}', '^*');
const term = fc.tuple(atom, script).map(([base, mark]) => (/^\d/.test(base) ? base : base + mark));
const relation = fc.constantFrom(
  '\\leq',
  '\\geq',
  '\\neq',
  '\\propto',
  '\\subseteq',
  '\\rightarrow',
);
const operator = fc.constantFrom(' + ', ' \\cdot ', ' \\otimes ', ' \\pm ');
const formula = fc
  .tuple(term, operator, term, relation, term)
  .map(([a, sign, b, compare, c]) => `${a}${sign}${b} ${compare} ${c}`);

test('a damaged formula is set again like the original', () => {
  fc.assert(
    fc.property(formula, (original) => {
      const { text: damaged } = damageLatex(`We prove $${original}$, which is tight.`);
      const shown = repairText(damaged).phrasing.map(reading).join('');
      assert.equal(tight(shown), tight(`We prove ${mathReading(original)}, which is tight.`));
    }),
  );
});

function bare(source: string): string {
  return source.replace(/[\\{}\s]/g, '');
}

function tex(node: Phrasing): string {
  return 'value' in node ? node.value : '';
}

function reading(node: Phrasing): string {
  return node.type === 'inlineMath' ? mathReading(node.value) : tex(node);
}

/** What a reader sees, with the places of scripts. */
function mathReading(source: string): string {
  return renderToString(source, { output: 'mathml', throwOnError: true, strict: false })
    .replace(/<annotation.*?<\/annotation>/s, '')
    .replace(/<(msu[bp]|msubsup)>/g, '<$1>⟦')
    .replace(/<[^>]+>/g, '');
}

function tight(line: string): string {
  return line.replace(/\s+/g, '').replace(/[−–-]/g, '-').replaceAll('∗', '*');
}
