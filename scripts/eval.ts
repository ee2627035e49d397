import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OperatorFault } from '../src/site/operator-fault.ts';
import { formatFigure, QUALITY_PARTS } from '../src/site/quality-figures.ts';
import { sharedFolder, type Evaluation } from './eval/figures.ts';
import { evalLatex } from './eval/latex.ts';
import { evalRelated } from './eval/related.ts';
import { evalSearch } from './eval/search.ts';
import { evalTopics } from './eval/topics.ts';
import { runScript } from './run-script.ts';

const EVALUATIONS: Record<string, () => Promise<Evaluation>> = {
  latex: evalLatex,
  topics: evalTopics,
  related: evalRelated,
  search: evalSearch,
};
const FIGURES_FILE = 'src/site/quality.json';
const README_TABLE = /(<!-- quality:begin -->\n)[\s\S]*?(<!-- quality:end -->)/;

const USAGE = `Usage: npm run eval -- [--only ${Object.keys(EVALUATIONS).join(' | ')}] [--write]

How good the recovered mathematics, the topics, the related papers and the search are, on the evaluation
sets in ../shared and tests/fixtures.
--only   runs one of them
--write  keeps the figures for the README and for the site's about page`;

await runScript(USAGE, evaluate, FIGURES_FILE);

async function evaluate(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, write: { type: 'boolean', default: false } },
  });
  if (!sharedFolder)
    throw new OperatorFault('The evaluation sets are read from ../shared, which is absent here.');
  const names = Object.keys(EVALUATIONS).filter((name) => (values.only ?? name) === name);
  if (names.length === 0)
    throw new OperatorFault(`Unexpected evaluation \`${values.only}\`.\n\n${USAGE}`);
  const figures: Record<string, number> = existsSync(FIGURES_FILE)
    ? JSON.parse(readFileSync(FIGURES_FILE, 'utf8'))
    : {};
  for (const name of names) Object.assign(figures, await figuresOf(name));
  const table = qualityTable(figures);
  console.log(`\n${table}`);
  if (!values.write) return;
  writeFileSync(FIGURES_FILE, `${JSON.stringify(figures, null, 2)}\n`);
  const readme = readFileSync('README.md', 'utf8');
  writeFileSync('README.md', readme.replace(README_TABLE, `$1\n${table}\n\n$2`));
}

/** Runs an evaluation and prints what it says; its figures by their whole names. */
async function figuresOf(name: string): Promise<Record<string, number>> {
  const { lines, figures } = await EVALUATIONS[name]!();
  console.log(`\n${lines.join('\n')}`);
  const named = Object.entries(figures).map(([key, value]): [string, number] => [
    key.startsWith(`${name} `) ? key : `${name} ${key}`,
    Math.round(value * 1e4) / 1e4,
  ]);
  return Object.fromEntries(named);
}

function qualityTable(figures: Readonly<Record<string, number>>): string {
  const rows = QUALITY_PARTS.flatMap(({ label: part, figures: all }) =>
    all
      .filter(({ key }) => figures[key] !== undefined)
      .map(({ key, label, format }) => [part, label, formatFigure(figures[key]!, format)]),
  );
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]!.length), 4));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 2 ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(' | ')} |`;
  const rule = `| ${'-'.repeat(widths[0]!)} | ${'-'.repeat(widths[1]!)} | ${'-'.repeat(widths[2]! - 1)}: |`;
  return [line(['Part', 'What', '']), rule, ...rows.map(line)].join('\n');
}
