import type { TopicTag } from '../digest/schema.ts';
import type { TopicSummary, UntaggedShelf } from '../digest/topics/describe-topics.ts';
import { readDigestFile } from './digest-folder.ts';
import { listPagePath, toPages, type ListPage } from './paging.ts';
import { papers, papersById, type PaperPage } from './papers.ts';

/** A topic as the site shows it: where it hangs, and what stands on it. */
export interface Shelf {
  topic: TopicSummary;
  parent?: Shelf;
  /** Its senses, most papers first. */
  children: Shelf[];
  /** Newest first, then by score. A paper of a child stands with the parent too. */
  papers: PaperPage[];
  /** Which of the hues of `tokens.css` is its own; a child has its parent's. */
  hue: number;
}

/** The shelf of the papers that fit no topic. */
export const UNTAGGED = 'untagged';
const HUES = 12;
/** How many papers a page of a topic shows. */
const SIZE = 50;

const summaries = readDigestFile<TopicSummary[]>('topics.json');

export const shelvesById: ReadonlyMap<string, Shelf> = hangShelves(summaries);
/** The shelves of all topics, in the order of the taxonomy. */
export const shelves: readonly Shelf[] = [...shelvesById.values()];
export const topShelves: readonly Shelf[] = shelves.filter(({ parent }) => !parent);
/** Topics that a reader meets: those that hold a paper. */
export const filledShelves: readonly Shelf[] = topShelves.filter(
  (shelf) => shelf.papers.length > 0,
);

const unshelved = readDigestFile<UntaggedShelf>('untagged.json');
export const untagged: readonly PaperPage[] = papers.filter(
  ({ brief }) => brief.topicIds.length === 0,
);
/** Frequent terms of the untagged papers: what a missing topic might be called. */
export const untaggedTerms = unshelved.suggestions;
/** The pages of that shelf; none while it is empty. */
export const untaggedPages = untagged.length > 0 ? toPages(untagged, SIZE) : [];

/** The pages of all shelves; `path` is below `/topics/`: `circuits/quantum`, `quantum/page/2`. */
export const shelfPages: readonly { path: string; shelf: Shelf; page: ListPage<PaperPage> }[] =
  shelves.flatMap((shelf) =>
    toPages(shelf.papers, SIZE).map((page) => ({
      path: listPagePath(`${shelf.topic.id}/`, page.number).slice(0, -1),
      shelf,
      page,
    })),
  );

/** The shelves with these ids; an id without one is left out. */
export function shelvesOf(ids: readonly string[]): Shelf[] {
  return ids.flatMap((id) => shelvesById.get(id) ?? []);
}

/** The tags of a paper that have a shelf, each with it, in the order of the record. */
export function taggedShelves(tags: readonly TopicTag[]): { tag: TopicTag; shelf: Shelf }[] {
  return tags.flatMap((tag) => {
    const shelf = shelvesById.get(tag.id);
    return shelf ? [{ tag, shelf }] : [];
  });
}

/** The most precise shelves of a paper: a topic gives way to its sense. */
export function shownShelves({ brief }: PaperPage): Shelf[] {
  const held = shelvesOf(brief.topicIds);
  const parents = new Set(held.map(({ parent }) => parent));
  return held.filter((shelf) => !parents.has(shelf));
}

/** The top shelf under which a digest files a paper: that of its best topic. */
export function mainShelf({ brief }: PaperPage): Shelf | undefined {
  const shelf = shelvesOf(brief.topicIds)[0];
  return shelf?.parent ?? shelf;
}

function hangShelves(topics: readonly TopicSummary[]): Map<string, Shelf> {
  const byId = new Map<string, Shelf>();
  let hue = 0;
  for (const topic of topics) {
    const held = topic.papers.map((id) => papersById.get(id)!);
    byId.set(topic.id, { topic, children: [], papers: held, hue: hue % HUES });
    if (topic.parent === undefined) hue += 1;
  }
  for (const shelf of byId.values()) {
    const parent = byId.get(shelf.topic.parent ?? '');
    if (parent) Object.assign(shelf, { parent, hue: parent.hue });
    shelf.children = shelf.topic.children.flatMap((id) => byId.get(id) ?? []);
  }
  return byId;
}
