import { papers } from './papers.ts';
import { filledShelves, shelvesOf, type Shelf } from './topics.ts';

/** Two topics and the papers that stand on both. */
export interface TopicPair {
  first: Shelf;
  second: Shelf;
  count: number;
}

/** How many topics the picture holds: the largest. */
const MOST = 18;

/** The topics of the picture, in the order of the taxonomy. */
export const pairedShelves: readonly Shelf[] = [...filledShelves]
  .sort((a, b) => b.papers.length - a.papers.length)
  .slice(0, MOST)
  .sort((a, b) => filledShelves.indexOf(a) - filledShelves.indexOf(b));

/** Every two of them that share a paper, most shared first. */
export const topicPairs: readonly TopicPair[] = countPairs();

function countPairs(): TopicPair[] {
  const places = new Map(pairedShelves.map((shelf, place) => [shelf, place]));
  const counts = new Map<string, TopicPair>();
  for (const { brief } of papers) {
    const held = shelvesOf(brief.topicIds).map((shelf) => shelf.parent ?? shelf);
    const known = [...new Set(held)]
      .filter((shelf) => places.has(shelf))
      .sort((a, b) => places.get(a)! - places.get(b)!);
    known.forEach((first, place) => {
      for (const second of known.slice(place + 1)) {
        const key = `${first.topic.id} ${second.topic.id}`;
        const pair = counts.get(key) ?? { first, second, count: 0 };
        pair.count += 1;
        counts.set(key, pair);
      }
    });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
