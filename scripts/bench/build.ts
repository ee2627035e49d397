import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { runScript } from '../run-script.ts';
import { comparePages } from './compare-pages.ts';
import { installPeers } from './install-peers.ts';
import { makeContent, PAPERS_A_DAY } from './make-content.ts';
import { measure, measureTwoSteps, type Usage } from './measure.ts';
import { readSizes } from './read-sizes.ts';
import {
  NOTHING_KEPT,
  ONE_CHANGED,
  ONE_DUMP_MORE,
  summaryTable,
  type Row,
} from './summary-table.ts';

/** As the repository has its Markdown. */
const MARKDOWN = { parser: 'markdown', ...JSON.parse(readFileSync('.prettierrc.json', 'utf8')) };
const ROOT = path.resolve('.cache/bench');

/** As the commands of package.json have it: young objects that wait for their end in less memory. */
const YOUNG = '--max-semi-space-size=16';
const BUILD = [YOUNG, path.resolve('scripts/build.ts'), '--json'];
const PAPER_PAGES = [YOUNG, path.resolve('scripts/bench/paper-pages/build.ts')];
const PARSE = [YOUNG, path.resolve('scripts/parse.ts')];
/** Where `npm run build` keeps the modules that it has compiled; Eleventy's are kept there too. */
const COMPILED = { NODE_COMPILE_CACHE: path.resolve('.cache/compiled-modules') };
const README_TABLE = /(<!-- bench:begin -->\n)[\s\S]*?(<!-- bench:end -->)/;

const TEN_MEGABYTES = { papers: 7300, bytes: 10 * 2 ** 20 };

const USAGE = `Usage: npm run bench -- [--papers 500,2000] [--builds] [--write]

Builds sites of 56, 1,000 and 10,000 papers (or --papers) and prints what each step took, beside a loop
that writes the same bytes; then the pages of papers alone, beside Eleventy that writes the same pages
from the same records, once with their HTML ready, as ours have it, and once with KaTeX, and beside Hugo
where it is installed; at the end the reading of a dump of 10 MB.
--builds  leaves out all but the builds, for sizes at which the others take too long or too much memory
--write   puts the table into docs/benchmarks.md, and what an operator wants to know of it into the README`;

const rows: Row[] = [];
await runScript(USAGE, runBench, `${ROOT}/`);

async function runBench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      papers: { type: 'string', default: '56,1000,10000' },
      write: { type: 'boolean', default: false },
      builds: { type: 'boolean', default: false },
    },
  });
  const sizes = readSizes(values.papers);
  const withPeers = !values.builds && installPeers();
  // Of a run that did not end. For minutes after many files are gone, ext4 is slow to make new ones: so
  // this run removes its own at its end only.
  rmSync(ROOT, { recursive: true, force: true });
  for (const papers of sizes) {
    const site = addBuilds(papers);
    if (!values.builds) addPeers(papers, site, withPeers);
  }
  if (!values.builds) addParse();
  rmSync(ROOT, { recursive: true });
  const table = toTable(rows);
  console.log(table);
  if (values.write) await writeTable(table);
}

/** A site that is built, changed and built again. */
function addBuilds(papers: number): Site {
  const site = prepare(papers);
  addBuild(papers, NOTHING_KEPT, site.env, () => pageNote(site.out));
  changeOnePaper(site.content);
  addBuild(papers, ONE_CHANGED, site.env);
  addDump(site.content, papers);
  addBuild(papers, ONE_DUMP_MORE, site.env);
  return site;
}

function addPeers(papers: number, site: Site, withPeers: boolean): void {
  console.error(`${papers} papers: the limit …`);
  rows.push({ papers, what: 'limit: the same bytes written', usage: writeSameBytes(site.out) });
  console.error(`${papers} papers: paper pages beside Eleventy's …`);
  const env = { ...site.env, ...COMPILED };
  const root = path.join(ROOT, `pages-${papers}`);
  rows.push(...comparePages({ papers, env, root, command: PAPER_PAGES, withPeers }));
}

async function writeTable(table: string): Promise<void> {
  writeFileSync('docs/benchmarks.md', await format(document(table), MARKDOWN));
  const readme = readFileSync('README.md', 'utf8');
  const filled = readme.replace(README_TABLE, `$1\n${summaryTable(rows)}\n\n$2`);
  writeFileSync('README.md', await format(filled, MARKDOWN));
}

type Site = ReturnType<typeof prepare>;

function prepare(papers: number) {
  const folder = path.join(ROOT, String(papers));
  const [content, digest, out] = ['content', 'digest', 'dist'].map((name) =>
    path.join(folder, name),
  );
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

/** Both steps of `npm run build`. */
function addBuild(
  papers: number,
  kept: string,
  env: Record<string, string>,
  note?: () => string,
): void {
  console.error(`${papers} papers: ${kept} …`);
  const { first, second, said } = measureTwoSteps(BUILD, env);
  const [ofDigest, ofPages] = said.filter((line) => line.startsWith('{')).map(stageNote);
  const more = note ? `; ${note()}` : '';
  rows.push({ papers, what: `digest, ${kept}`, usage: first, note: ofDigest! });
  rows.push({ papers, what: `pages, ${kept}`, usage: second, note: ofPages! + more });
}

/** The stages of a step, in seconds, from what it said at its end: "read 4.1, tag 2.0" */
function stageNote(said: string): string {
  const { seconds } = JSON.parse(said) as { seconds: Record<string, number> };
  return Object.entries(seconds)
    .map(([stage, taken]) => `${stage} ${taken.toFixed(1)}`)
    .join(', ');
}

/** One more sentence in the first abstract of the first dump. */
function changeOnePaper(content: string): void {
  const [dump] = globSync(path.join(content, 'dumps/*.txt')).sort();
  const lines = readFileSync(dump!, 'utf8').split('\n');
  lines[2] += ' This sentence is new.';
  writeFileSync(dump!, lines.join('\n'));
}

/** A day's dump of up to 100 papers that the digest does not hold yet. */
function addDump(content: string, papers: number): void {
  const more = path.join(ROOT, 'more');
  makeContent(more, papers + PAPERS_A_DAY);
  const dump = globSync(path.join(more, 'dumps/*.txt')).sort().at(-1)!;
  cpSync(dump, path.join(content, 'dumps', path.basename(dump)));
  rmSync(more, { recursive: true });
}

function pageNote(out: string): string {
  const pages = globSync(path.join(out, 'papers/*/index.html'));
  const bytes = pages.reduce((sum, file) => sum + statSync(file).size, 0);
  return `${(bytes / pages.length / 1024).toFixed(1)} kB a paper page`;
}

function writeSameBytes(out: string): Usage {
  const target = path.join(path.dirname(out), 'same-bytes');
  mkdirSync(target);
  return measure([path.resolve('scripts/bench/copy-bytes.ts'), out, target]);
}

function addParse(): void {
  console.error('One dump of 10 MB …');
  const { papers } = TEN_MEGABYTES;
  const usage = parseTenMegabytes();
  const each = ((usage.cpuSeconds * 1000) / papers).toFixed(2);
  const note = `${each} ms of CPU a paper, from text to record`;
  rows.push({ papers, what: 'parse, one dump of 10 MB', usage, note });
}

/** `npm run parse` over one dump. */
function parseTenMegabytes(): Usage {
  const folder = path.join(ROOT, 'ten-megabytes');
  makeContent(folder, TEN_MEGABYTES.papers + 200);
  const dumps = globSync(path.join(folder, 'dumps/*.txt')).sort();
  const text = dumps.map((dump) => readFileSync(dump, 'utf8')).join('\n');
  const file = path.join(folder, '2025-01-01.txt');
  writeFileSync(file, Buffer.from(text).subarray(0, TEN_MEGABYTES.bytes));
  return measure([...PARSE, file]);
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
      peakMegabytes?.toFixed(0) ?? '',
    ];
    return `| ${papers} | ${what} | ${figures.join(' | ')} | ${note} |`;
  });
  return [head, ...body].join('\n');
}

function document(table: string): string {
  return `# Benchmarks

Printed by \`npm run bench -- --write\`, on ${process.platform} ${process.arch}, Node ${process.version}.
Behind a step stand its stages, in seconds, from what the build says with \`--json\`. Wall time
moves with the machine; CPU time (of all threads) and the ratios within one run are what to compare.
The memory of a step is that of its process, threads included; of Hugo's nothing is known. "Pages" are
all that \`dist/\` holds: pages, feeds, citations, records, the search index. Eleventy's templates print
the whole of our paper pages, from records whose HTML is ready, as ours is; \`with KaTeX\` they set every
formula themselves, as sites of Eleventy do, which in Offprint is a part of the digest. Hugo's are from
content files with that HTML and all else that is shown.

${table}
`;
}
