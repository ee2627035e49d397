import { siteRoot } from '../site/feeds/feed-source.ts';
import { escapeXml } from '../site/feeds/xml.ts';
import { textFile } from '../site/file-route.ts';
import { lastChange, sitemapParts } from '../site/sitemap.ts';

/** The list of the sitemaps. */
export const GET = () => {
  const root = siteRoot();
  const rows = sitemapParts().map((pages, part) => {
    const changed = lastChange(pages);
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `<sitemap><loc>${escapeXml(`${root}sitemap-${part}.xml`)}</loc>${lastmod}</sitemap>\n`;
  });
  return textFile(
    'application/xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('')}</sitemapindex>\n`,
  );
};
