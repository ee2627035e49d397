import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repairText } from '../../src/digest/latex/repair-text.ts';
import { sharedFolder } from '../eval/figures.ts';

/** `node scripts/bench/latex.ts`: processor time of the repairer for one abstract of the corpus. */
const CORPUS = 'corpus/2025-11-30-arxiv-4000.txt';
/** A title is a line of the corpus too; it costs next to nothing. */
const LONGEST_TITLE = 300;

if (sharedFolder === undefined) {
  console.error('Nothing to measure: ../shared is absent.');
  process.exit(1);
}
const lines = readFileSync(path.join(sharedFolder, CORPUS), 'utf8').split('\n');
const abstracts = lines.filter((line) => line.length > LONGEST_TITLE);
const start = process.cpuUsage();
const edits = abstracts.reduce((sum, abstract) => sum + repairText(abstract).edits.length, 0);
const { user } = process.cpuUsage(start);
const perAbstract = user / 1000 / abstracts.length;
console.log(
  `${abstracts.length} abstracts, ${edits} repairs, ${perAbstract.toFixed(2)} ms of processor time each`,
);
