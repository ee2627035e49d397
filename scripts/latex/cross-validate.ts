import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { repairText } from '../../src/digest/latex/repair-text.ts';
import { toMarkdown } from '../../src/digest/render/to-markdown.ts';
import { sharedFolder } from '../eval/figures.ts';
import { learnWeights, toExample, type Example } from './learn-weights.ts';

/**
 * `node scripts/latex/cross-validate.ts [FAILURES]`: the shared scorer's figures on the dev
 * abstracts, each read with weights learned from the abstracts of the other folds; shows as many
 * failures as asked.
 */
const FOLDS = 5;
const MAX_OUTPUT = 256 * 2 ** 20;

interface Row {
  title: string;
  raw: string;
  hf: string;
}

interface Prediction {
  title: string;
  abstract: string;
}

if (sharedFolder === undefined) {
  console.error('Nothing to learn from: ../shared is absent.');
  process.exit(1);
}
const sets = path.join(sharedFolder, 'eval');
const gold = path.join(sets, 'latex-dev.jsonl');
const rows = (await readFile(gold, 'utf8'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
console.log(await scoreOf(predictHeldOut()));

function predictHeldOut(): Prediction[] {
  const examples = rows.map(({ raw }) => toExample(raw));
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const others = examples.filter(
      (one, i): one is Example => one !== undefined && i % FOLDS !== fold,
    );
    return new Map(Object.entries(learnWeights(others)));
  });
  return rows.map(({ title, hf }, i) => ({
    title,
    abstract: toMarkdown(repairText(hf, { weights: folds[i % FOLDS]! }).phrasing),
  }));
}

async function scoreOf(predictions: readonly Prediction[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offprint-latex-'));
  try {
    const file = path.join(folder, 'predictions.json');
    await writeFile(file, JSON.stringify(predictions));
    const scorer = path.join(sets, 'latex-eval.mjs');
    const args = [scorer, gold, file, '--failures', process.argv[2] ?? '0'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: MAX_OUTPUT });
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}
