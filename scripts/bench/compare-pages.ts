import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { PEERS } from './install-peers.ts';
import { measure, measureProgram, type Usage } from './measure.ts';
import { NOTHING_KEPT, type Row } from './summary-table.ts';

const ROUNDS = 5;
/** "hugo v0.111.3+extended linux/amd64" */
const HUGO_VERSION = /v([\d.]+)/;

interface Tool {
  name: string;
  /** Makes the pages in a folder; a second time it finds what it has made. */
  make: (folder: string) => Usage;
}

interface Comparison {
  papers: number;
  /** The digest and the settings of the site. */
  env: Record<string, string>;
  /** Where the pages are made, each time in a folder of its own. */
  root: string;
  /** The command that makes ours. */
  command: readonly string[];
  /** Whether Eleventy is installed. */
  withPeers: boolean;
}

/**
 * The pages of papers and nothing else, by Astro, by Eleventy and, where it is installed, by Hugo, in
 * turn: no machine runs at one speed for long. Of several rounds the median counts: of the times, and
 * of the ratios within a round.
 */
export function comparePages({ papers, env, root, command, withPeers }: Comparison): Row[] {
  const ours: Tool = {
    name: 'paper pages alone',
    make: (folder) => {
      const places = { OUT_DIR: path.join(folder, 'out'), CACHE_DIR: path.join(folder, 'cache') };
      return measure([...command], { ...env, ...places });
    },
  };
  const peers = [
    eleventy('Eleventy 3, the same pages', env),
    eleventy('Eleventy 3 with KaTeX, the same pages', { ...env, BENCH_KATEX: '1' }),
  ];
  const tools = [ours, ...(withPeers ? peers : []), ...hugo(path.join(root, 'hugo'), env)];
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    [NOTHING_KEPT, 'all kept'].map((kept) => ({
      kept,
      usages: tools.map(({ make }, at) => make(path.join(root, `${round}-${at}`))),
    })),
  );
  return rounds[0]!.flatMap(({ kept }, step) => {
    const usages = rounds.map((round) => round[step]!.usages);
    return tools.map(({ name }, at) => {
      const usage = medianBy(
        usages.map((round) => round[at]!),
        ({ cpuSeconds }) => cpuSeconds,
      );
      const ratios = usages.map((round) => round[0]!.cpuSeconds / round[at]!.cpuSeconds);
      const ratio = medianBy(ratios, (value) => value).toFixed(2);
      const note = at > 0 ? `paper pages take ${ratio} times its CPU` : '';
      return { papers, what: `${name}, ${kept}`, usage, note };
    });
  });
}

function eleventy(name: string, env: Record<string, string>): Tool {
  const command = path.join(PEERS, 'node_modules/@11ty/eleventy/cmd.cjs');
  return {
    name,
    make: (folder) =>
      measure([command], { ...env, BENCH_OUT: folder }, path.join(PEERS, 'eleventy')),
  };
}

/** None where it is not installed. Its version is told: distributions have old ones. */
function hugo(source: string, env: Record<string, string>): Tool[] {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (status !== 0) {
    console.error('Hugo is not installed; the table leaves it out.');
    return [];
  }
  measure([path.resolve('scripts/bench/hugo-site.ts'), source], env);
  const version = HUGO_VERSION.exec(stdout)?.[1] ?? '';
  const make = (folder: string) =>
    measureProgram(['hugo', '--quiet', '--destination', folder], source);
  return [{ name: `Hugo ${version}, the same pages`, make }];
}

/** The one in the middle. */
function medianBy<Value>(values: readonly Value[], by: (value: Value) => number): Value {
  return values.toSorted((a, b) => by(a) - by(b))[values.length >> 1]!;
}
