import { siteRoot } from '../site/feeds/feed-source.ts';
import { textFile } from '../site/file-route.ts';

/** Everything may be read. */
export const GET = () =>
  textFile('text/plain', `User-agent: *\nAllow: /\n\nSitemap: ${siteRoot()}sitemap-index.xml\n`);
