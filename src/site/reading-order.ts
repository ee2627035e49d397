import type { PaperPage } from './papers.ts';
import { shelvesOf, type Shelf } from './topics.ts';

/** The papers before and after one on the shelf of its best topic. */
export interface Neighbours {
  shelf: Shelf;
  previous?: PaperPage;
  next?: PaperPage;
}

const places = new Map<Shelf, Map<PaperPage, number>>();

/** Previous and next within the paper's best topic, or undefined for a paper on no topic. */
export function topicNeighbours(page: PaperPage): Neighbours | undefined {
  const shelf = shelvesOf(page.brief.topicIds)[0];
  if (!shelf) return undefined;
  const place = placesOn(shelf).get(page)!;
  const previous = shelf.papers[place - 1];
  const next = shelf.papers[place + 1];
  return { shelf, ...(previous && { previous }), ...(next && { next }) };
}

function placesOn(shelf: Shelf): Map<PaperPage, number> {
  let held = places.get(shelf);
  if (!held) places.set(shelf, (held = new Map(shelf.papers.map((page, at) => [page, at]))));
  return held;
}
