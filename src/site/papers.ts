import type { PaperPage as RenderedPaper } from '../digest/render/paper-page.ts';
import { readDigestLines } from './digest-folder.ts';

/** A paper of the published digest. */
export interface PaperPage extends RenderedPaper {
  /** Of all the rest: two with the same hash are the same. */
  hash: string;
}

/** All papers, newest first; within a day in the order of the dump. Read once. */
export const papers: readonly PaperPage[] = readDigestLines<PaperPage>('papers.ndjson').sort(
  (a, b) => (a.paper.date < b.paper.date ? 1 : a.paper.date > b.paper.date ? -1 : 0),
);

export const papersById: ReadonlyMap<string, PaperPage> = new Map(
  papers.map((page) => [page.paper.id, page]),
);

/** The day on which the newest paper came in, or undefined for an empty digest. */
export const newestDate: string | undefined = papers[0]?.paper.date;
