import { listPagePath, toPages, type ListPage } from './paging.ts';
import { papers, type PaperPage } from './papers.ts';
import { mainShelf, topShelves, type Shelf } from './topics.ts';
import { countOf, formatCount } from './wording.ts';

/** The papers that came in on one day. */
export interface DayDigest {
  date: string;
  /** By topic, in the order of the taxonomy; within a topic in the order of the dump. */
  papers: PaperPage[];
}

/** All digests, newest first. */
export const digests: readonly DayDigest[] = [
  ...Map.groupBy(papers, ({ brief }) => brief.date),
].map(([date, held]) => ({ date, papers: orderByTopic(held) }));

const SIZE = 100;

/** One page of a digest, and the days beside it. */
export interface DigestPage {
  /** Below `/digests/`: `2025-03-14`, `2025-03-14/page/2`. */
  path: string;
  digest: DayDigest;
  page: ListPage<PaperPage>;
  newer: string | undefined;
  older: string | undefined;
}

export const digestPages: readonly DigestPage[] = digests.flatMap((digest, index) =>
  toPages(digest.papers, SIZE).map((page) => ({
    path: listPagePath(`${digest.date}/`, page.number).slice(0, -1),
    digest,
    page,
    newer: digests[index - 1]?.date,
    older: digests[index + 1]?.date,
  })),
);

/** Papers in runs of the same main topic; undefined is the run of the untagged. */
export function runsOfTopic(held: readonly PaperPage[]): { shelf?: Shelf; papers: PaperPage[] }[] {
  const runs: { shelf?: Shelf; papers: PaperPage[] }[] = [];
  for (const page of held) {
    const shelf = mainShelf(page);
    const last = runs.at(-1);
    if (last && last.shelf === shelf) last.papers.push(page);
    else runs.push({ ...(shelf && { shelf }), papers: [page] });
  }
  return runs;
}

/** `56 papers on 16 topics`, `2 papers` where they stand on none */
export function digestFacts(digest: DayDigest): string {
  const count = countOf(digest.papers.length, 'paper');
  const topics = topicCount(digest);
  return topics > 0 ? `${count} on ${countOf(topics, 'topic')}` : count;
}

/** `56 papers under 16 main topics`, `3 papers, 2 of them under 1 main topic`: as a digest files them. */
export function filedFacts(digest: DayDigest): string {
  const count = countOf(digest.papers.length, 'paper');
  const topics = mainTopicCount(digest);
  if (topics === 0) return count;
  const filed = digest.papers.filter(mainShelf).length;
  const some = filed < digest.papers.length ? `, ${formatCount(filed)} of them` : '';
  return `${count}${some} under ${countOf(topics, 'main topic')}`;
}

/** Under how many topics a digest files its papers. */
export function mainTopicCount({ papers: held }: DayDigest): number {
  return new Set(held.map(mainShelf).filter(Boolean)).size;
}

/** How many topics the papers of a digest stand on. */
export function topicCount({ papers: held }: DayDigest): number {
  return new Set(held.flatMap(({ brief }) => brief.topicIds.map((id) => id.split('/')[0]))).size;
}

function orderByTopic(held: readonly PaperPage[]): PaperPage[] {
  const byShelf = Map.groupBy(held, mainShelf);
  return [...topShelves, undefined].flatMap((shelf) => byShelf.get(shelf) ?? []);
}
