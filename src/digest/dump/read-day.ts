import { MONTHS } from '../months.ts';

const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}\\.?`;
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?';
/** "Mar 14", "Friday, March 14, 2025" */
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH} (\\d{1,2})(?:,? (\\d{4}))?$`, 'i');
/** "14 Mar", "Fri, 14 Mar 2025" */
const DAY_FIRST = new RegExp(`^${WEEKDAY}(\\d{1,2}) ${MONTH}(?:,? (\\d{4}))?$`, 'i');
/** "2025-03-14" */
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day as a page writes it; pages of the current year leave the year out. */
export interface Day {
  year: number | undefined;
  month: number;
  day: number;
}

/** The day that a whole line is, or undefined: `Mar 14`, `14 March 2025`. It may not exist. */
export function readDay(line: string): Day | undefined {
  if (line.length > 40) return undefined;
  const monthFirst = MONTH_FIRST.exec(line);
  if (monthFirst) return toDay(monthFirst[3], monthFirst[1]!, monthFirst[2]!);
  const dayFirst = DAY_FIRST.exec(line);
  if (dayFirst) return toDay(dayFirst[3], dayFirst[2]!, dayFirst[1]!);
  return undefined;
}

/** The ISO form of a day in a calendar year, or undefined where that year has no such day. */
export function isoDay({ year, month, day }: Day, inYear: number): string | undefined {
  const iso = [
    String(year ?? inYear).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
  return isCalendarDay(iso) ? iso : undefined;
}

/** Whether an ISO day exists: 2025-02-30 does not. */
export function isCalendarDay(iso: string): boolean {
  const [, year, month, day] = ISO.exec(iso) ?? [];
  if (!year) return false;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function toDay(year: string | undefined, month: string, day: string): Day {
  return {
    year: year === undefined ? undefined : Number(year),
    month: MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
    day: Number(day),
  };
}
