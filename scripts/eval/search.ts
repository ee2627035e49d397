import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedFolder, type Evaluation } from './figures.ts';
import { readDigestCorpus, readSharedCorpus, type Corpus } from './search/corpus.ts';
import {
  fuseDefault,
  fuseTokens,
  miniSearch,
  shippedSearch,
  type Engine,
} from './search/engines.ts';
import { JUNK_QUERIES } from './search/junk-queries.ts';
import { makeKnownItems, type PlainPaper } from './search/known-items.ts';
import { junkRate, scoreTasks, type Score, type Task } from './search/score.ts';

/** Rounds of known-item queries over the digest: five kinds a paper, some 500 in all. */
const ROUNDS = 2;
/** The large corpus has so many papers, where there are as many, and one in so many gives queries. */
const LARGE = 10_000;
const SAMPLED = 120;

/**
 * The search that the site ships beside Fuse.js, by default and by words, and beside MiniSearch: on
 * the development queries, on queries made from the papers, on junk, and at the size of the shared
 * corpus.
 */
export async function evalSearch(): Promise<Evaluation> {
  const evaluations = [await evalDigest(readDigestCorpus())];
  if (sharedFolder) evaluations.push(await evalLarge(readSharedCorpus(sharedFolder, LARGE)));
  return {
    figures: Object.assign(
      {},
      ...evaluations.map(({ figures }) => figures),
    ) as Evaluation['figures'],
    lines: evaluations.flatMap(({ lines }) => lines),
  };
}

async function evalDigest({ rendered, plain, topics }: Corpus): Promise<Evaluation> {
  const engines: Record<string, Engine> = {
    shipped: await shippedSearch(rendered, topics),
    'Fuse default': fuseDefault(plain),
    'Fuse tokens': fuseTokens(plain),
    MiniSearch: miniSearch(plain),
  };
  const known = toTasks(makeKnownItems(plain, ROUNDS));
  const dev = readDevelopmentTasks(rendered);
  const figures: Evaluation['figures'] = {};
  const lines: string[] = [];
  for (const [name, tasks] of [
    ['development', dev],
    ['known items', known],
  ] as const) {
    if (tasks.length === 0) continue;
    lines.push(`Search, ${plain.length} papers, ${tasks.length} queries (${name}):`);
    for (const [engine, ask] of Object.entries(engines)) {
      const score = await scoreTasks(ask, tasks);
      lines.push(describe(engine, score));
      Object.assign(figures, toFigures(`search ${name}, ${engine}`, score));
    }
  }
  lines.push(`Search, ${JUNK_QUERIES.length} queries that nothing answers, share answered:`);
  for (const [engine, ask] of Object.entries(engines)) {
    const rate = await junkRate(ask, JUNK_QUERIES);
    figures[`search junk rate, ${engine}`] = round(rate);
    lines.push(`  ${engine.padEnd(14)} ${round(rate)}`);
  }
  return { figures, lines };
}

/** Fuse.js is left out: it takes a second a query here. */
async function evalLarge({ rendered, plain, topics }: Corpus): Promise<Evaluation> {
  const step = Math.ceil(plain.length / SAMPLED);
  const sample = plain.filter((_: PlainPaper, at: number) => at % step === 0);
  const tasks = toTasks(makeKnownItems(sample, 1));
  const figures: Evaluation['figures'] = {};
  const lines = [`Search, ${plain.length} real papers, ${tasks.length} queries (known items):`];
  for (const [engine, ask] of [
    ['shipped', await shippedSearch(rendered, topics)],
    ['MiniSearch', miniSearch(plain)],
  ] as const) {
    const score = await scoreTasks(ask, tasks);
    lines.push(describe(engine, score));
    figures[`search large MRR@10, ${engine}`] = round(score.mrr);
  }
  return { figures, lines };
}

function toTasks(items: ReturnType<typeof makeKnownItems>): Task[] {
  return items.map(({ kind, query, id }) => ({ kind, query, ids: new Set([id]) }));
}

/** The development queries, which name papers by their pasted titles. */
function readDevelopmentTasks(rendered: Corpus['rendered']): Task[] {
  const file = sharedFolder && path.join(sharedFolder, 'eval/search-dev.json');
  if (!file || !existsSync(file)) return [];
  const rows = JSON.parse(readFileSync(file, 'utf8')) as {
    kind: string;
    query: string;
    relevant: string[];
  }[];
  const ids = new Map(rendered.map(({ paper }) => [paper.source.title.trim(), paper.id]));
  return rows.map(({ kind, query, relevant }) => ({
    kind,
    query,
    ids: new Set(relevant.flatMap((title) => ids.get(title.trim()) ?? [])),
  }));
}

function describe(engine: string, { mrr, first, five, recall, mrrByKind }: Score): string {
  const kinds = Object.entries(mrrByKind).map(([kind, value]) => `${kind} ${round(value)}`);
  return `  ${engine.padEnd(14)} MRR@10 ${round(mrr)}  success@1 ${round(first)}  success@5 ${round(five)}  recall@10 ${round(recall)}  (${kinds.join(', ')})`;
}

function toFigures(prefix: string, { mrr, first, five }: Score): Evaluation['figures'] {
  return {
    [`${prefix}: MRR@10`]: round(mrr),
    [`${prefix}: success@1`]: round(first),
    [`${prefix}: success@5`]: round(five),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
