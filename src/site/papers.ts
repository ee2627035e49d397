import { digestFile } from './digest-folder.ts';
import { readStoredPapers, type PaperPage } from './stored-papers.ts';

export type { PaperPage } from './stored-papers.ts';

/** All papers, newest first; within a day in the order of the dump. Read once. */
export const papers: readonly PaperPage[] = readStoredPapers(digestFile('papers.ndjson')).sort(
  (a, b) => (a.brief.date < b.brief.date ? 1 : a.brief.date > b.brief.date ? -1 : 0),
);

export const papersById: ReadonlyMap<string, PaperPage> = new Map(
  papers.map((page) => [page.brief.id, page]),
);

/** The day on which the newest paper came in, or undefined for an empty digest. */
export const newestDate: string | undefined = papers[0]?.brief.date;
