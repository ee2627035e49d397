import { preloads } from './fonts/preloads.ts';
import { hashOf } from './hash-of.ts';
import { newestDate, papersById, type PaperPage } from './papers.ts';
import { topicNeighbours } from './reading-order.ts';
import { settings } from './settings.ts';
import { shownShelves, taggedShelves } from './topics.ts';
import { absoluteUrl } from './urls.ts';

/** What every page shows of the digest as a whole: its frame. */
const frame = JSON.stringify([settings, newestDate, preloads(true), absoluteUrl('')]);

/**
 * A hash of all that a paper's page shows: the record, what it takes from other records and from
 * the topics, and the frame. A page is kept as long as this and the code stay the same.
 */
export function paperCacheKey(page: PaperPage): string {
  const { paper } = page;
  const around = topicNeighbours(page);
  return hashOf([
    page.hash,
    paper.related.map(({ id }) => papersById.get(id)?.titleHtml),
    [around?.previous, around?.next].map((beside) => beside && [beside.paper.id, beside.titleHtml]),
    taggedShelves(paper.topics).map(({ shelf: { topic, hue } }) => [topic.id, topic.label, hue]),
    shownShelves(paper.topics).map(({ topic: { id } }) => id),
    frame,
  ]);
}
