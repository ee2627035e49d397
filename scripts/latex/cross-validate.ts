import { readFileSync } from 'node:fs';
import path from 'node:path';
import { damageLatex } from '../../src/digest/latex/damage-latex.ts';
import { repairText } from '../../src/digest/latex/repair-text.ts';
import type { Weights } from '../../src/digest/latex/label-tokens.ts';
import type { Range } from '../../src/digest/latex/range.ts';
import { sharedFolder } from '../eval/figures.ts';
import { learnWeights, toExample, type Example } from './learn-weights.ts';

/**
 * `node scripts/latex/cross-validate.ts`: how the formula finder does on abstracts that its weights
 * have not seen. Counts the commands and scripts of the originals that come back, and the formulas
 * that are set where the original has prose.
 */
const FOLDS = 5;
/** "\times", "_1" */
const SIGN = /\\[A-Za-z]+|[_^]/;

if (sharedFolder === undefined) {
  console.error('Nothing to learn from: ../shared is absent.');
  process.exit(1);
}
const raws = readFileSync(path.join(sharedFolder, 'eval', 'latex-dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((row) => (JSON.parse(row) as { raw: string }).raw);
const examples = raws.map(toExample);
const count = { formulas: 0, found: 0, proseSet: 0, abstracts: 0 };
for (let fold = 0; fold < FOLDS; fold++) {
  const seen = examples.filter(
    (example, i): example is Example => example !== undefined && i % FOLDS !== fold,
  );
  const weights = learnWeights(seen);
  for (const [i, raw] of raws.entries()) if (i % FOLDS === fold) score(raw, weights);
}
console.log(
  `${count.abstracts} abstracts held out in ${FOLDS} folds: ${count.found} of ${count.formulas} formulas with a command or a script set again, ${count.proseSet} formulas set in prose`,
);

function score(raw: string, weights: Weights): void {
  const { text, formulas } = damageLatex(raw);
  if (text.includes('$')) return;
  const edits = repairText(text, { weights }).edits.filter(({ rule }) => rule === 'math');
  const broken = formulas.filter(({ tex }) => SIGN.test(tex));
  count.abstracts++;
  count.formulas += broken.length;
  count.found += broken.filter((formula) => edits.some((edit) => meets(edit, formula))).length;
  count.proseSet += edits.filter(
    (edit) => !formulas.some((formula) => meets(edit, formula)),
  ).length;
}

function meets(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
