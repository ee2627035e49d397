import type { Topic } from '../digest/topics/taxonomy.ts';
import type { PaperPage } from '../site/papers.ts';
import type { Ledger } from './ledger.ts';

/** Which papers go into a mail. */
export interface Selection {
  /** The same papers have the same id: `2025-03-14`, `2025-03-07..2025-03-14.quantum`. */
  id: string;
  /** What `sinceLast` continues: all papers, or those on one topic. */
  series: string;
  /** Newest first. */
  papers: readonly PaperPage[];
  after?: string;
  /** The day of the newest paper. */
  to: string;
  topic?: Topic;
}

/** Days, ISO: the papers of one day, or those after `after` up to `to`. */
export type Span = { on: string } | { after: string; to: string };

/** The papers of a span, on a topic if one is given; undefined where there are none. */
export function selectPapers(
  papers: readonly PaperPage[],
  span: Span,
  topic?: Topic,
): Selection | undefined {
  const [after, to] = 'on' in span ? [undefined, span.on] : [span.after, span.to];
  const held = onTopic(papers, topic).filter(({ paper: { date } }) =>
    after === undefined ? date === to : date > after && date <= to,
  );
  if (held.length === 0) return undefined;
  const days = after === undefined ? to : `${after}..${to}`;
  return {
    id: topic ? `${days}.${topic.id.replace('/', '.')}` : days,
    series: seriesOf(topic),
    papers: held,
    ...(after !== undefined && { after }),
    to,
    ...(topic && { topic }),
  };
}

/** The span of the newest day that has papers (on the topic), or undefined. */
export function newestDay(papers: readonly PaperPage[], topic?: Topic): { on: string } | undefined {
  const newest = onTopic(papers, topic)[0]?.paper.date;
  return newest === undefined ? undefined : { on: newest };
}

/**
 * What a series has not had yet, oldest first: digests that were begun and not finished, as they were
 * begun, then all papers after those; for the first mail of a series, the newest day. One recipient
 * who cannot be reached keeps a digest unfinished, and nobody from the next one.
 */
export function sinceLast(papers: readonly PaperPage[], ledger: Ledger, topic?: Topic): Span[] {
  const series = seriesOf(topic);
  const begun = ledger
    .unfinished(series)
    .map(({ after, to }): Span => (after === undefined ? { on: to } : { after, to }));
  const newest = newestDay(papers, topic);
  const after = ledger.coveredTo(series);
  if (!newest || after === undefined) return newest ? [newest] : [];
  return newest.on > after ? [...begun, { after, to: newest.on }] : begun;
}

function seriesOf(topic: Topic | undefined): string {
  return topic?.id ?? 'all';
}

function onTopic(papers: readonly PaperPage[], topic?: Topic): readonly PaperPage[] {
  if (!topic) return papers;
  return papers.filter(({ paper }) =>
    paper.topics.some(({ id }) => id === topic.id || id.startsWith(`${topic.id}/`)),
  );
}
