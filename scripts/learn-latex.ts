import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sharedFolder } from './eval/figures.ts';
import { learnWeights, toExample, type Example } from './latex/learn-weights.ts';

/** `npm run learn:latex`: learns the weights of the formula finder from the originals of abstracts. */
const WEIGHTS = new URL('../src/digest/latex/weights.json', import.meta.url);

if (sharedFolder === undefined) {
  console.error('Nothing to learn from: ../shared is absent.');
  process.exit(1);
}
const rows = readFileSync(path.join(sharedFolder, 'eval', 'latex-dev.jsonl'), 'utf8')
  .trim()
  .split('\n');
const examples = rows
  .map((row) => toExample((JSON.parse(row) as { raw: string }).raw))
  .filter((example): example is Example => example !== undefined);
const weights = learnWeights(examples);
writeFileSync(WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);
console.log(`${Object.keys(weights).length} weights from ${examples.length} abstracts`);
