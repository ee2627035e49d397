import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatFigure, QUALITY_PARTS } from '../src/site/quality-figures.ts';
import { sharedFolder, type Evaluation } from './eval/figures.ts';
import { evalLatex } from './eval/latex.ts';
import { evalSearch } from './eval/search.ts';
import { evalTopics } from './eval/topics.ts';

const EVALUATIONS: Record<string, () => Promise<Evaluation>> = {
  latex: evalLatex,
  topics: evalTopics,
  search: evalSearch,
};
const FIGURES_FILE = 'src/site/quality.json';
const README_TABLE = /(<!-- quality:begin -->\n)[\s\S]*?(<!-- quality:end -->)/;

/**
 * `npm run eval`: how good the recovered mathematics, the topics and the search are, on the
 * evaluation sets in `../shared`. `--only latex` runs one; `--write` keeps the figures for the
 * README and for the site's about page.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, write: { type: 'boolean', default: false } },
});
if (!sharedFolder) {
  console.error('The evaluation sets are read from ../shared, which is absent here.');
  process.exit(1);
}
if (values.only && !EVALUATIONS[values.only]) {
  console.error(`Unexpected \`${values.only}\`, expected ${Object.keys(EVALUATIONS).join(', ')}.`);
  process.exit(1);
}
const kept: Record<string, number> = existsSync(FIGURES_FILE)
  ? JSON.parse(readFileSync(FIGURES_FILE, 'utf8'))
  : {};
for (const [name, evaluate] of Object.entries(EVALUATIONS)) {
  if (values.only && values.only !== name) continue;
  const { lines, figures } = await evaluate();
  console.log(`\n${lines.join('\n')}`);
  for (const [key, value] of Object.entries(figures)) {
    kept[key.startsWith(`${name} `) ? key : `${name} ${key}`] = Math.round(value * 1e4) / 1e4;
  }
}
const table = qualityTable(kept);
console.log(`\n${table}`);
if (values.write) {
  writeFileSync(FIGURES_FILE, `${JSON.stringify(kept, null, 2)}\n`);
  const readme = readFileSync('README.md', 'utf8');
  writeFileSync('README.md', readme.replace(README_TABLE, `$1\n${table}\n\n$2`));
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
