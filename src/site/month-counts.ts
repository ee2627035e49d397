import type { PaperPage } from './papers.ts';

export interface MonthCount {
  /** `2025-03` */
  month: string;
  count: number;
}

/** How many papers came in each month, from the first to the last, months without any included. */
export function monthCounts(papers: readonly PaperPage[]): MonthCount[] {
  const counts = Map.groupBy(papers, ({ paper }) => paper.date.slice(0, 7));
  const months = [...counts.keys()].sort();
  const all: MonthCount[] = [];
  for (let month = months[0]; month && month <= months.at(-1)!; month = monthAfter(month)) {
    all.push({ month, count: counts.get(month)?.length ?? 0 });
  }
  return all;
}

/** `2025-12` → `2026-01` */
function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
