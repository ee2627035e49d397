import { diagnose, type Diagnostic } from '../diagnostics.ts';
import type { Dump } from './dump.ts';
import type { MarkedLine } from './marked-line.ts';
import { isoDay } from './read-day.ts';

/** What a date line of a page says against the day in the dump's name. */
export function checkDay(dump: Dump, { day, text, line, column }: MarkedLine): Diagnostic[] {
  if (!day) return [];
  const place = { file: dump.file, line, column };
  const iso = isoDay(day, Number(dump.date.slice(0, 4)));
  if (!iso) return [diagnose('date-impossible', place, text, dump.date)];
  return iso === dump.date ? [] : [diagnose('date-contradicts-name', place, text, dump.date)];
}
