import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repairText } from '../../../src/digest/latex/repair-text.ts';
import { toMarkdown } from '../../../src/digest/render/to-markdown.ts';

const CASES: [string, string][] = [
  ['S^{2}FT', '$S^{2}FT$'],
  ['with |x|_infty leq 1/lambda for all x', 'with $\\|x\\|_\\infty \\leq 1/\\lambda$ for all x'],
  ['a 20\\% gain', 'a 20% gain'],
  ['the G\\"odel machine', 'the Gödel machine'],
];

for (const [damaged, markdown] of CASES) {
  test(damaged, () => assert.equal(toMarkdown(repairText(damaged).phrasing), markdown));
}
