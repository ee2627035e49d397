import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { renderToString } from 'katex';
import { damageLatex } from '../../../src/digest/latex/damage-latex.ts';
import { repairText } from '../../../src/digest/latex/repair-text.ts';
import { buildDigest } from '../../../src/digest/build-digest.ts';
import type { Edit, Phrasing } from '../../../src/digest/phrasing.ts';
import { readContent } from '../../../scripts/read-content.ts';

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
/** Rules that put other letters in the place of the pasted ones. */
const CHANGING_RULES = new Set(
  'accent space letter link emphasis footnote citation macro written-math math-not-set quote dash'.split(
    ' ',
  ),
);
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

test('the repaired text without what was put in is the pasted one', () => {
  fc.assert(
    fc.property(fc.oneof(text, noise), (source) => {
      assert.equal(residue(source, repairText(source).edits), bare(source));
    }),
  );
});

test('nothing of the shipped abstracts is lost or added', () => {
  for (const { title, abstract } of buildDigest(readContent('content')).papers) {
    for (const { source } of [title, abstract]) {
      assert.equal(residue(source, repairText(source).edits), bare(source));
    }
  }
});

test('prose without evidence comes out identical', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) => {
      assert.deepEqual(repairText(words.join(' ')).edits, []);
    }),
  );
});

const atom = fc.constantFrom('x', 'y', 'n', 'K', '\\alpha', '\\theta', '\\lambda', '\\Omega', '2');
const script = fc.constantFrom(
  '',
  '',
  '_1',
  '^2',
  '_{i}',
  '^{-1}',
  '_{\\max}',
  '^*',
  '_{i,j}^{(t)}',
);
const term = fc.tuple(atom, script).map(([base, mark]) => (/^\d/.test(base) ? base : base + mark));
const relation = fc.constantFrom(
  '\\leq',
  '\\geq',
  '\\neq',
  '\\propto',
  '\\subseteq',
  '\\rightarrow',
  '\\lesssim',
  '\\equiv',
);
const operator = fc.constantFrom(' + ', ' \\cdot ', ' \\otimes ', ' \\pm ', '\\cdot ');
const compound = fc.oneof(
  fc.tuple(term, operator, term).map((parts) => parts.join('')),
  term.map((x) => `\\|${x}\\|_2`),
  fc.tuple(term, term).map(([x, y]) => `\\langle ${x}, ${y} \\rangle`),
  fc.tuple(term, term).map(([x, y]) => `\\left(${x} + ${y}\\right)`),
  fc.tuple(term, term).map(([x, y]) => `\\sum_{i=1}^{n} ${x} \\cdot ${y}`),
  fc.tuple(term, term).map(([x, y]) => `\\max\\{${x}, ${y}\\}`),
  term.map((x) => `O(\\log ${x})`),
  term.map((x) => `\\exp(-${x})`),
);
const formula = fc
  .tuple(compound, relation, compound)
  .map(([left, compare, right]) => `${left} ${compare} ${right}`);
const sentence = fc.constantFrom(
  ['We prove ', ', which is tight.'],
  ['For every model with ', ' the loss falls by 20\\%.'],
  ['the bound (', ') of Theorem 2'],
);

test('a damaged formula is set again like the original', () => {
  fc.assert(
    fc.property(sentence, formula, ([before, after], original) => {
      const { text: damaged } = damageLatex(`${before}$${original}$${after}`);
      const shown = repairText(damaged).phrasing.map(reading).join('');
      const words = `${before}${mathReading(original)}${after}`.replace('\\%', '%');
      assert.equal(tight(shown), tight(words));
    }),
    { numRuns: 300 },
  );
});

/**
 * The text with its edits made, without dollars, backslashes, braces, spaces and ties. Where a rule
 * changes letters on purpose (an accent, a link, a citation) the pasted letters stand in for it.
 */
function residue(source: string, edits: readonly Edit[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, nodes, rule } of edits) {
    made += source.slice(at, start);
    made += CHANGING_RULES.has(rule) ? source.slice(start, end) : nodes.map(tex).join('');
    at = end;
  }
  return bare(made + source.slice(at));
}

function bare(source: string): string {
  return source.replace(/[\\{}$~\s]/g, '');
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
