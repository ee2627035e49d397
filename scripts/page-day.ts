import { isoDay, readDay } from '../src/digest/dump/read-day.ts';

const DAY_MS = 86_400_000;

/**
 * The day that a pasted page gives on a line of its own, `Mar 14` or `14 March 2025`, or undefined
 * where it gives none, or several. A page leaves out the year of the present: it is the last such
 * day up to tomorrow, since it may be tomorrow already where the page was made.
 */
export function pageDay(text: string, now: Date): string | undefined {
  const latest = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
  const year = Number(latest.slice(0, 4));
  const days = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const day = readDay(line.trim());
    // Eight years, for a 29 February.
    const candidates = day ? Array.from({ length: 9 }, (_, back) => isoDay(day, year - back)) : [];
    const found = candidates.find((iso) => iso !== undefined && iso <= latest);
    if (found) days.add(found);
  }
  return days.size === 1 ? [...days][0] : undefined;
}
