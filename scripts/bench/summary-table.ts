import type { Usage } from './measure.ts';

/** A measured step: `pages, nothing kept` of 1,000 papers. */
export interface Row {
  papers: number;
  what: string;
  usage: Usage;
  note?: string;
}

const HEAD = [
  'papers',
  'whole build, s',
  'papers a second',
  'after one change, s',
  'after one dump more, s',
  'peak MB',
];

/** What an operator wants to know of each size: digest and pages together. */
export function summaryTable(rows: readonly Row[]): string {
  const sizes = [...Map.groupBy(rows.filter(isOfBuild), ({ papers }) => papers)];
  const body = sizes.map(([papers, steps]) => {
    const wall = (kept: string) =>
      steps
        .filter(({ what }) => what.endsWith(kept))
        .reduce((sum, { usage }) => sum + usage.wallSeconds, 0);
    const peak = Math.max(...steps.map(({ usage }) => usage.peakMegabytes ?? 0));
    const whole = wall(NOTHING_KEPT);
    return [
      papers.toLocaleString('en'),
      whole.toFixed(1),
      (papers / whole).toFixed(0),
      wall(ONE_CHANGED).toFixed(1),
      wall(ONE_DUMP_MORE).toFixed(1),
      peak.toFixed(0),
    ];
  });
  return [HEAD, HEAD.map(() => '--:'), ...body]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

export const NOTHING_KEPT = 'nothing kept';
export const ONE_CHANGED = 'one paper changed';
export const ONE_DUMP_MORE = 'one dump more';

const isOfBuild = ({ what }: Row) => /^(?:digest|pages), /.test(what);
