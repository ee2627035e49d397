import { preloads } from './fonts/preloads.ts';
import { hashOf } from './hash-of.ts';
import { pageNameKey } from './page-names.ts';
import { newestDate, papersById, type PaperPage } from './papers.ts';
import { topicNeighbours } from './reading-order.ts';
import { settings } from './settings.ts';
import type { DigestPage } from './digests.ts';
import type { ListPage } from './paging.ts';
import { shelves, shelvesOf, shownShelves, type Shelf } from './topics.ts';
import { absoluteUrl } from './urls.ts';

/** What every page shows of the site: its frame. No page changes all others, and no day does. */
const frame = hashOf([settings, preloads(true), absoluteUrl('')]);

/**
 * A hash of all that a paper's page shows: the record, what it takes from other records and from
 * the topics, and the frame. A page is kept as long as this and the code stay the same.
 */
export function paperCacheKey(page: PaperPage): string {
  const { topicIds, relatedIds } = page.brief;
  const around = topicNeighbours(page);
  return hashOf([
    page.hash,
    pageNameKey(page),
    relatedIds.map((id) => papersById.get(id)?.brief.titleHash),
    [around?.previous, around?.next].map(
      (beside) => beside && [beside.brief.id, beside.brief.titleHash],
    ),
    shelvesOf(topicIds).map(({ topic, hue }) => [topic.id, topic.label, hue]),
    shownShelves(page).map(({ topic: { id } }) => id),
    frame,
  ]);
}

/** What lists show of the topics: how each is called and coloured, and where it hangs. */
const topicNames = hashOf(
  shelves.map(({ topic: { id, label, parent }, hue }) => [id, label, parent, hue]),
);

/** The same for a page of a list; `around` is all that it shows besides the papers themselves. */
export function listCacheKey(page: ListPage<PaperPage>, around: unknown = null): string {
  return hashOf([hashOfPage(page), around, newestDate]);
}

function hashOfPage({ items, number, count, total }: ListPage<PaperPage>): string {
  return hashOf([hashesOf(items), number, count, total, topicNames, frame]);
}

/** The same for a page of a topic: beside its list it tells of all its papers and of other topics. */
export function shelfCacheKey(shelf: Shelf, page: ListPage<PaperPage>): string {
  return listCacheKey(page, shelfHash(shelf));
}

/** The same for a page of a digest, which stays when the next one comes in. */
export function digestCacheKey({ page, digest, newer, older }: DigestPage): string {
  return hashOf([hashOfPage(page), digest.date, hashesOf(digest.papers), newer, older]);
}

const shelfHashes = new Map<Shelf, string>();

function shelfHash(shelf: Shelf): string {
  const known = shelfHashes.get(shelf);
  if (known) return known;
  const { topic, papers, parent, hue } = shelf;
  const senses = (parent ?? shelf).children.map((sense) => sense.papers.length);
  const hash = hashOf([topic, hashesOf(papers), parent?.papers.length, senses, hue]);
  shelfHashes.set(shelf, hash);
  return hash;
}

const hashesOf = (held: readonly PaperPage[]) => held.map(({ hash }) => hash);
