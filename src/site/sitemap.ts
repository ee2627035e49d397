import { digestPages } from './digests.ts';
import { listPagePath } from './paging.ts';
import { paperListPages } from './paper-list.ts';
import { newestDate, papers, type PaperPage } from './papers.ts';
import { shelfPages, shelves, untagged, untaggedPages, UNTAGGED } from './topics.ts';
import { digestPath, paperPath, topicPath } from './urls.ts';

/** A page that search engines should know; its path is without the base. */
export interface SitemapPage {
  path: string;
  /** The day of the newest paper on it, as far as it shows papers. */
  changed: string | undefined;
}

/** Sitemaps may hold 50,000 addresses and 50 MB: a part stays far below both. */
const SIZE = 10_000;

/** Every indexable page of the site. */
function sitemapPages(): SitemapPage[] {
  const newest = new Map(shelves.map((shelf) => [shelf, newestOf(shelf.papers)]));
  return [
    ...['', 'about/', 'subscribe/', 'search/', 'digests/', 'topics/'].map((path) => ({
      path,
      changed: newestDate,
    })),
    ...paperListPages.map(({ number }) => ({
      path: listPagePath('papers/', number),
      changed: newestDate,
    })),
    ...shelfPages.map(({ path, shelf }) => ({ path: topicPath(path), changed: newest.get(shelf) })),
    ...untaggedPages.map(({ number }) => ({
      path: listPagePath(topicPath(UNTAGGED), number),
      changed: newestOf(untagged),
    })),
    ...digestPages.map(({ path, digest }) => ({ path: digestPath(path), changed: digest.date })),
    ...papers.map(({ brief }) => ({ path: paperPath(brief.id), changed: brief.lastDate })),
  ];
}

/** The pages by sitemap file; a site always has one. */
export function sitemapParts(): SitemapPage[][] {
  const pages = sitemapPages();
  const count = Math.ceil(pages.length / SIZE);
  return Array.from({ length: count }, (_, part) => pages.slice(part * SIZE, (part + 1) * SIZE));
}

/** The last change within a part. */
export function lastChange(pages: readonly SitemapPage[]): string | undefined {
  return pages.reduce<string | undefined>(
    (last, { changed }) =>
      changed !== undefined && (last === undefined || changed > last) ? changed : last,
    undefined,
  );
}

const newestOf = (held: readonly PaperPage[]) =>
  lastChange(held.map(({ brief }) => ({ path: '', changed: brief.lastDate })));
