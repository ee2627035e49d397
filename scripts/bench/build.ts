import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPeers, PEERS } from './install-peers.ts';
import { makeContent } from './make-content.ts';
import { measure, type Usage } from './measure.ts';

const ROOT = path.resolve('.cache/bench');
const ASTRO = [path.resolve('node_modules/astro/bin/astro.mjs'), 'build', '--silent'];

interface Row {
  papers: number;
  what: string;
  usage: Usage;
  note?: string;
}

/**
 * `npm run bench`: builds sites of 56, 1,000 and 10,000 papers (or `--papers 500,2000`) and prints
 * what each step took, beside a loop that writes the same bytes and Eleventy with KaTeX over the
 * same records. `--write` puts the table into docs/benchmarks.md.
 */
const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '56,1000,10000' },
    write: { type: 'boolean', default: false },
  },
});
const peers = installPeers();
const rows: Row[] = [];
for (const papers of values.papers.split(',').map(Number)) {
  const site = prepare(papers);
  add(papers, 'digest, nothing kept', () =>
    measure([path.resolve('scripts/build-digest.ts')], site.env),
  );
  add(
    papers,
    'pages, nothing kept',
    () => measure(ASTRO, site.env),
    () => pageNote(site.out),
  );
  changeOnePaper(site.content);
  add(papers, 'digest, one paper changed', () =>
    measure([path.resolve('scripts/build-digest.ts')], site.env),
  );
  add(papers, 'pages, one paper changed', () => measure(ASTRO, site.env));
  add(papers, 'limit: the same bytes written', () => writeSameBytes(site.out));
  if (peers)
    add(papers, 'Eleventy 3 + KaTeX: paper pages alone', () => eleventy(papers, site.digest));
}
const table = toTable(rows);
console.log(table);
if (values.write) writeFileSync('docs/benchmarks.md', document(table));

function prepare(papers: number) {
  const folder = path.join(ROOT, String(papers));
  const [content, digest, out] = ['content', 'digest', 'dist'].map((name) =>
    path.join(folder, name),
  );
  rmSync(folder, { recursive: true, force: true });
  makeContent(content!, papers);
  const env = {
    CONTENT_DIR: content!,
    DIGEST_DIR: digest!,
    OUT_DIR: out!,
    CACHE_DIR: path.join(folder, 'cache'),
    SITE_URL: 'https://digest.example',
  };
  return { content: content!, digest: digest!, out: out!, env };
}

function add(papers: number, what: string, run: () => Usage, note?: () => string): void {
  console.error(`${papers} papers: ${what} …`);
  const usage = run();
  rows.push({ papers, what, usage, ...(note && { note: note() }) });
}

/** One more sentence in the first abstract of the first dump. */
function changeOnePaper(content: string): void {
  const [dump] = globSync(path.join(content, 'dumps/*.txt')).sort();
  const lines = readFileSync(dump!, 'utf8').split('\n');
  lines[2] += ' This sentence is new.';
  writeFileSync(dump!, lines.join('\n'));
}

function pageNote(out: string): string {
  const pages = globSync(path.join(out, 'papers/*/index.html'));
  const bytes = pages.reduce((sum, file) => sum + statSync(file).size, 0);
  return `${(bytes / pages.length / 1024).toFixed(1)} kB a paper page`;
}

function writeSameBytes(out: string): Usage {
  const target = path.join(ROOT, 'same-bytes');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  return measure([path.resolve('scripts/bench/copy-bytes.ts'), out, target]);
}

function eleventy(papers: number, digest: string): Usage {
  const out = path.join(ROOT, `eleventy-${papers}`);
  rmSync(out, { recursive: true, force: true });
  const command = path.join(PEERS, 'node_modules/@11ty/eleventy/cmd.cjs');
  const records = globSync(path.join(digest, '**/papers.ndjson'))[0]!;
  const env = { BENCH_PAPERS: records, BENCH_OUT: out };
  return measure([command], env, path.join(PEERS, 'eleventy'));
}

function toTable(rows: readonly Row[]): string {
  const head =
    '| papers | step | wall s | CPU s | papers a second | peak MB | |\n| --: | --- | --: | --: | --: | --: | --- |';
  const body = rows.map(({ papers, what, usage, note = '' }) => {
    const { wallSeconds, cpuSeconds, peakMegabytes } = usage;
    const figures = [
      wallSeconds.toFixed(1),
      cpuSeconds.toFixed(1),
      (papers / wallSeconds).toFixed(0),
      peakMegabytes.toFixed(0),
    ];
    return `| ${papers} | ${what} | ${figures.join(' | ')} | ${note} |`;
  });
  return [head, ...body].join('\n');
}

function document(table: string): string {
  return `# Benchmarks

Printed by \`npm run bench -- --write\`, on ${process.platform} ${process.arch}, Node ${process.version}.
Wall time moves with the machine; CPU time and the ratios within one run are what to compare.

${table}
`;
}
