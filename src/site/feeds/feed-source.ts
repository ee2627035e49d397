import type { Taxonomy } from '../../digest/topics/taxonomy.ts';
import { readDigestFile } from '../digest-folder.ts';
import { papers } from '../papers.ts';
import { basePath, settings, siteUrl } from '../settings.ts';
import type { FeedSearch, FeedSource } from './feed.ts';

/** Where `npm start` serves the site: what feeds say when nobody has said where it stands. */
const LOCAL = 'http://localhost:4321';

/** What the built digest holds, for feeds and e-mail. Readable in Astro and in plain Node. */
export function readFeedSource(): FeedSource {
  const { topics } = readDigestFile<Taxonomy>('taxonomy.json');
  return { settings, topics, papers, searches: readSearches(), root: siteRoot() };
}

/** The operator's searches, as the build has run them. */
function readSearches(): FeedSearch[] {
  const searches = readDigestFile<(Omit<FeedSearch, 'papers'> & { papers: string[] })[]>(
    'searches.json',
    [],
  );
  return searches.map((search) => {
    const found = new Set(search.papers);
    return { ...search, papers: papers.filter(({ brief }) => found.has(brief.id)) };
  });
}

/** `SITE_URL`, else `url` of `site.yaml`, else localhost; with `BASE_PATH`; ends with `/`. */
export function siteRoot(): string {
  return new URL(basePath, siteUrl ?? LOCAL).href;
}
