import type { Visit } from './reader.ts';

/** Hours without a page after which the next page begins a new visit. */
const GAP_MS = 8 * 3600 * 1000;

/**
 * The visit that goes on, or the one that begins, when a page is opened at `now`. `newest` is the day
 * of the site's newest paper, where the page says it. Nothing is new to somebody who comes for the
 * first time; such a visit begins with a page that says what there is.
 */
export function nextVisit(
  last: Visit | undefined,
  newest: string | undefined,
  now: number,
): Visit | undefined {
  if (!last) return newest === undefined ? undefined : { before: newest, newest, at: now };
  const before = now - last.at > GAP_MS ? last.newest : last.before;
  return { before, newest: newest ?? last.newest, at: now };
}
