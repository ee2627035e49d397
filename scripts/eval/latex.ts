import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sharedFolder, type Evaluation } from './figures.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAX_OUTPUT = 256 * 2 ** 20;

/** "recovered exactly 745/759 = 98.2% (of the formula-dense 118/124 = 95.2%); clean kept 1290/1291 = 99.9%; formulae KaTeX rejects 0" */
const SCORE =
  /recovered exactly (\d+)\/(\d+) .*? (\d+)\/(\d+) .*?; clean kept (\d+)\/(\d+) .*?; formulae KaTeX rejects (\d+)/;

/** Scores the recovered mathematics of the dev abstracts with the shared scorer, as readers see it. */
export async function evalLatex(): Promise<Evaluation> {
  if (sharedFolder === undefined) return { figures: {}, lines: ['latex: ../shared is absent'] };
  const folder = await mkdtemp(path.join(tmpdir(), 'offprint-latex-'));
  try {
    return readScore(await score(path.join(sharedFolder, 'eval'), folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function score(sets: string, folder: string): Promise<string> {
  const gold = path.join(sets, 'latex-dev.jsonl');
  const dump = path.join(folder, '2025-01-01.txt');
  const predictions = path.join(folder, 'predictions.json');
  await writeFile(dump, await node(path.join(sets, 'make-dump.mjs'), gold));
  await writeFile(predictions, await node('scripts/parse.ts', dump));
  return node(path.join(sets, 'latex-eval.mjs'), gold, predictions);
}

async function node(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, maxBuffer: MAX_OUTPUT });
  return stdout;
}

function readScore(output: string): Evaluation {
  const match = SCORE.exec(output);
  if (match === null) throw new Error(`Unexpected output of the scorer: ${output.slice(-300)}`);
  const [right, damaged, denseRight, dense, kept, clean, rejected] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    figures: {
      recovered: right / damaged,
      dense: denseRight / dense,
      cleanKept: kept / clean,
      rejected,
    },
    lines: output.trim().split('\n'),
  };
}
