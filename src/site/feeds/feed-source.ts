import type { Taxonomy } from '../../digest/topics/taxonomy.ts';
import { readDigestFile } from '../digest-folder.ts';
import { papers } from '../papers.ts';
import { basePath, settings, siteUrl } from '../settings.ts';
import type { FeedSource } from './feed.ts';

/** Where `npm start` serves the site: what feeds say when nobody has said where it stands. */
const LOCAL = 'http://localhost:4321';

/** What the built digest holds, for feeds and e-mail. Readable in Astro and in plain Node. */
export function readFeedSource(): FeedSource {
  const { topics } = readDigestFile<Taxonomy>('taxonomy.json');
  return { settings, topics, papers, root: siteRoot() };
}

/** `SITE_URL`, else `url` of `site.yaml`, else localhost; with `BASE_PATH`; ends with `/`. */
export function siteRoot(): string {
  return new URL(basePath, siteUrl ?? LOCAL).href;
}
