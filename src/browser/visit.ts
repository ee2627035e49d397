import type { Visit } from './reader.ts';

/** Hours without a page after which the next page begins a new visit. */
const GAP_MS = 8 * 3600 * 1000;

/**
 * The visit that goes on, or the one that begins, when a page of a site whose newest paper is of
 * the day `newest` is opened at `now`. Nothing is new to somebody who comes for the first time.
 */
export function nextVisit(last: Visit | undefined, newest: string, now: number): Visit {
  if (!last) return { before: newest, newest, at: now };
  const before = now - last.at > GAP_MS ? last.newest : last.before;
  return { before, newest, at: now };
}
