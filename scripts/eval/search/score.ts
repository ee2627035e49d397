import type { Engine } from './engines.ts';

/** What a query must find: any of `ids`. */
export interface Task {
  kind: string;
  query: string;
  ids: ReadonlySet<string>;
}

export interface Score {
  /** Mean reciprocal rank of the first right answer among ten. */
  mrr: number;
  /** Share of queries whose first answer is right, and of those with a right one among five. */
  first: number;
  five: number;
  /** Share of the right answers among the first ten, ten at most. */
  recall: number;
  mrrByKind: Record<string, number>;
}

/** Asks every task and scores the answers. */
export async function scoreTasks(engine: Engine, tasks: readonly Task[]): Promise<Score> {
  const rows: { kind: string; rank: number; recall: number }[] = [];
  for (const { kind, query, ids } of tasks) {
    const answers = await engine(query);
    const rank = answers.findIndex((id) => ids.has(id)) + 1;
    const right = answers.filter((id) => ids.has(id)).length;
    rows.push({ kind, rank, recall: right / Math.min(10, ids.size) });
  }
  const reciprocal = (some: typeof rows) => mean(some.map(({ rank }) => (rank > 0 ? 1 / rank : 0)));
  return {
    mrr: reciprocal(rows),
    first: mean(rows.map(({ rank }) => Number(rank === 1))),
    five: mean(rows.map(({ rank }) => Number(rank > 0 && rank <= 5))),
    recall: mean(rows.map(({ recall }) => recall)),
    mrrByKind: Object.fromEntries(
      [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, some]) => [kind, reciprocal(some)]),
    ),
  };
}

/** The share of queries without an answer that an engine answers nevertheless. */
export async function junkRate(engine: Engine, queries: readonly string[]): Promise<number> {
  let answered = 0;
  for (const query of queries) if ((await engine(query)).length > 0) answered++;
  return answered / queries.length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);
}
