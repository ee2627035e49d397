import { changeReader } from './reader.ts';
import { nextVisit } from './visit.ts';

/**
 * Notes that a page is open; scripts of one page may all ask. The day after which papers are new to
 * the reader, or undefined where nothing is: on a first visit, or where nothing can be stored.
 */
export function noteVisit(): string | undefined {
  const newest = document.body.dataset['newest'];
  if (!newest) return undefined;
  let before = newest;
  const kept = changeReader((reader) => {
    reader.visit = nextVisit(reader.visit, newest, Date.now());
    before = reader.visit.before;
  });
  return kept && before < newest ? before : undefined;
}
