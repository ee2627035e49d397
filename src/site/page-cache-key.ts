import { createHash } from 'node:crypto';
import { preloads } from './fonts/preloads.ts';
import { newestDate, papersById, type PaperPage } from './papers.ts';
import { topicNeighbours } from './reading-order.ts';
import { settings } from './settings.ts';
import { shownShelves, taggedShelves } from './topics.ts';
import { absoluteUrl } from './urls.ts';

/** What every page shows of the digest as a whole: its frame. */
const frame = JSON.stringify([settings, newestDate, preloads(true), absoluteUrl('')]);

/**
 * A hash of all that a paper's page shows: the record, what it takes from other records and from
 * the topics, and the frame. Astro keeps a page as long as this and the page's code stay the same.
 */
export function paperCacheKey(page: PaperPage): string {
  const { paper } = page;
  const around = topicNeighbours(page);
  return hashOf([
    page,
    paper.related.map(({ id }) => papersById.get(id)?.titleHtml),
    [around?.previous, around?.next].map((beside) => beside && [beside.paper.id, beside.titleHtml]),
    taggedShelves(paper.topics).map(({ shelf: { topic, hue } }) => [topic.id, topic.label, hue]),
    shownShelves(paper.topics).map(({ topic: { id } }) => id),
    frame,
  ]);
}

/** The same for the files of a paper, which show its record alone. */
export function recordCacheKey({ paper }: PaperPage): string {
  return hashOf([paper, absoluteUrl('')]);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
