import type { PaperPage } from '../papers.ts';

/** An hour into the day, UTC: not in the future when a dump is published on its own day. */
const FIRST_ITEM = 'T01:00:00Z';

/**
 * A moment for each paper, from the data alone: the first paper of a day is the newest, each next
 * one a second older. Papers that are added to a day later do not move those before them, and no
 * two of a feed are equal (readers sort by it). 3,600 papers fit into a day.
 */
export function itemDates(papers: readonly PaperPage[]): Map<PaperPage, string> {
  const seen = new Map<string, number>();
  return new Map(
    papers.map((page) => {
      const { date } = page.brief;
      const place = seen.get(date) ?? 0;
      seen.set(date, place + 1);
      return [page, secondsBefore(date, place)];
    }),
  );
}

/** The moment of a whole day's digest. */
export function digestDate(day: string): string {
  return secondsBefore(day, 0);
}

function secondsBefore(day: string, seconds: number): string {
  const moment = Date.parse(day + FIRST_ITEM) - seconds * 1000;
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}
