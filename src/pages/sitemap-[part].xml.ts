import type { APIRoute } from 'astro';
import { siteRoot } from '../site/feeds/feed-source.ts';
import { escapeXml } from '../site/feeds/xml.ts';
import { textFile } from '../site/file-route.ts';
import { sitemapParts, type SitemapPage } from '../site/sitemap.ts';

export const getStaticPaths = () =>
  sitemapParts().map((pages, part) => ({ params: { part: String(part) }, props: { pages } }));

/** Addresses of pages with the day of their last change. */
export const GET: APIRoute<{ pages: SitemapPage[] }> = ({ props }) => {
  const root = siteRoot();
  const rows = props.pages.map(({ path, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `<url><loc>${escapeXml(root + path)}</loc>${lastmod}</url>\n`;
  });
  return textFile(
    'application/xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('')}</urlset>\n`,
  );
};
