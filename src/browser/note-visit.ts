import { changeReader, type Visit } from './reader.ts';
import { nextVisit } from './visit.ts';

/**
 * Notes that a page is open; scripts of one page may all ask. The day after which papers are new to
 * the reader, or undefined where nothing is: on a first visit, or where nothing can be stored.
 */
export function noteVisit(): string | undefined {
  const { newest } = document.body.dataset;
  let visit: Visit | undefined;
  const kept = changeReader((reader) => {
    visit = nextVisit(reader.visit, newest, Date.now());
    if (visit) reader.visit = visit;
  });
  if (!kept || !visit) return undefined;
  const isAllKnown = newest !== undefined && visit.before >= newest;
  return isAllKnown ? undefined : visit.before;
}
