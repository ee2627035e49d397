import { siteRoot } from '../site/feeds/feed-source.ts';
import { textFile } from '../site/file-route.ts';
import { settings } from '../site/settings.ts';

/** Everything may be read. */
export const GET = () =>
  textFile(
    'text/plain',
    `User-agent: *\nAllow: /\n\nSitemap: ${siteRoot(settings)}sitemap-index.xml\n`,
  );
