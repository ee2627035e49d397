import assert from 'node:assert/strict';
import { test } from 'node:test';
import { damageLatex } from '../../../src/digest/latex/damage-latex.ts';

/** An original, what the page prints of it, and the formulas that the repairer should find. */
const cases: [raw: string, text: string, ...formulas: string[]][] = [
  ['an $\\ell_2$ norm of 3$\\times$', 'an ell_2 norm of 3times', '\\ell_2', '\\times'],
  ['\\textbf{Bold} $\\mathcal{O}(n)$', 'Bold O(n)', 'O(n)'],
  ['a fraction $\\frac{1}{\\delta}$', 'a fraction 1{delta}', '1{\\delta}'],
  ['with $$x_1 \\leq 2$$ for all', 'with x_1 \\leq 2 for all', 'x_1 \\leq 2'],
  ['both $$a \\geq b$$ and $a \\geq b$', 'both a \\geq b and a geq b', 'a \\geq b', 'a \\geq b'],
  ['at 20\\% of $5', 'at 20\\% of $5'],
];

for (const [raw, text, ...tex] of cases) {
  test(raw, () => {
    const damaged = damageLatex(raw);
    assert.equal(damaged.text, text);
    assert.deepEqual(
      damaged.formulas.map((formula) => formula.tex),
      tex,
    );
    for (const { start, end } of damaged.formulas) assert.ok(start < end && end <= text.length);
  });
}
