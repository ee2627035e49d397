import type { TopicTag } from '../digest/schema.ts';
import type { Taxonomy, Topic } from '../digest/topics/taxonomy.ts';
import { readDigestFile } from './digest-folder.ts';
import { listPagePath, toPages, type ListPage } from './paging.ts';
import { papers, type PaperPage } from './papers.ts';

/** A topic as the site shows it: where it hangs, and what stands on it. */
export interface Shelf {
  topic: Topic;
  parent?: Shelf;
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

/** The shelves of all topics, in the order of the taxonomy; each child right after its parent. */
export const shelves: readonly Shelf[] = readShelves();
export const shelvesById: ReadonlyMap<string, Shelf> = new Map(
  shelves.map((shelf) => [shelf.topic.id, shelf]),
);
export const topShelves: readonly Shelf[] = shelves.filter(({ parent }) => !parent);
/** Topics that a reader meets: those that hold a paper. */
export const filledShelves: readonly Shelf[] = topShelves.filter(
  (shelf) => shelf.papers.length > 0,
);
export const untagged: readonly PaperPage[] = papers.filter(
  ({ paper }) => paper.topics.length === 0,
);

export const untaggedPages = toPages(untagged, SIZE);

/** The pages of all shelves; `path` is below `/topics/`: `circuits/quantum`, `quantum/page/2`. */
export const shelfPages: readonly { path: string; shelf: Shelf; page: ListPage<PaperPage> }[] =
  shelves.flatMap((shelf) =>
    toPages(shelf.papers, SIZE).map((page) => ({
      path: listPagePath(`${shelf.topic.id}/`, page.number).slice(0, -1),
      shelf,
      page,
    })),
  );

/** The tags of a paper that have a shelf, each with it, in the order of the record. */
export function taggedShelves(tags: readonly TopicTag[]): { tag: TopicTag; shelf: Shelf }[] {
  return tags.flatMap((tag) => {
    const shelf = shelvesById.get(tag.id);
    return shelf ? [{ tag, shelf }] : [];
  });
}

/** The top shelf under which a digest files a paper: that of its best topic. */
export function mainShelf({ paper }: PaperPage): Shelf | undefined {
  const shelf = taggedShelves(paper.topics)[0]?.shelf;
  return shelf?.parent ?? shelf;
}

function readShelves(): Shelf[] {
  const { topics } = readDigestFile<Taxonomy>('taxonomy.json');
  const byId = new Map<string, Shelf>();
  let hue = 0;
  for (const topic of topics.filter(({ id }) => !id.includes('/'))) {
    byId.set(topic.id, { topic, children: [], papers: [], hue: hue++ % HUES });
  }
  for (const topic of topics.filter(({ id }) => id.includes('/'))) {
    const parent = byId.get(topic.id.slice(0, topic.id.indexOf('/')));
    const shelf: Shelf = { topic, children: [], papers: [], hue: parent?.hue ?? hue++ % HUES };
    if (parent) {
      shelf.parent = parent;
      parent.children.push(shelf);
    }
    byId.set(topic.id, shelf);
  }
  fillShelves(byId);
  return [...byId.values()]
    .filter(({ parent }) => !parent)
    .flatMap((shelf) => [[shelf], shelf.children])
    .flat();
}

function fillShelves(byId: ReadonlyMap<string, Shelf>): void {
  const scores = new Map<Shelf, Map<PaperPage, number>>();
  for (const page of papers) {
    for (const { id, score } of page.paper.topics) {
      const shelf = byId.get(id);
      for (const holder of [shelf, shelf?.parent]) {
        if (!holder) continue;
        if (!scores.has(holder)) scores.set(holder, new Map());
        const held = scores.get(holder)!;
        held.set(page, Math.max(held.get(page) ?? 0, score));
      }
    }
  }
  for (const [shelf, held] of scores) {
    shelf.papers = [...held]
      .sort(([a, scoreA], [b, scoreB]) =>
        a.paper.date === b.paper.date ? scoreB - scoreA : a.paper.date < b.paper.date ? 1 : -1,
      )
      .map(([page]) => page);
  }
}
