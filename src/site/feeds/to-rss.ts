import type { FeedItem, FeedPage } from './feed.ts';
import { FEED_FORMATS, feedPath } from './feed-formats.ts';
import { element, escapeXml, xmlDocument, type Xml } from './xml.ts';

const [RSS] = FEED_FORMATS;

/**
 * RSS 2.0. `content:encoded` is HTML, which MathML is a part of; `description` is plain text, for
 * readers that show no more. The W3C's validator lists HTML from before MathML joined it, and
 * recommends against `<math>` there ("Non-html tag"); it has no such word for Atom.
 */
export function toRss(page: FeedPage): string {
  const { channel, source } = page;
  const { root, settings } = source;
  const at = (archive?: number) => root + feedPath(channel.path, RSS, archive);
  const rss = element(
    'rss',
    {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:fh': 'http://purl.org/syndication/history/1.0',
    },
    [
      element('channel', {}, [
        element('title', {}, channel.title),
        element('link', {}, root + channel.page),
        element('description', {}, channel.description),
        element('language', {}, settings.language),
        element('lastBuildDate', {}, rfc822(page.updated)),
        element('generator', {}, 'Offprint'),
        link('self', at(page.archive)),
        ...(page.archive === undefined
          ? []
          : [element('fh:archive', {}, []), link('current', at())]),
        ...(page.older === undefined ? [] : [link('prev-archive', at(page.older))]),
        ...(page.newer === undefined ? [] : [link('next-archive', at(page.newer))]),
        ...page.items.map((item) => toItem(item, page.archive === undefined)),
      ]),
    ],
  );
  return xmlDocument(rss, root);
}

function link(rel: string, href: string): Xml {
  return element('atom:link', { rel, type: RSS.type, href }, []);
}

/** `2025-03-14T01:00:00Z` → `Fri, 14 Mar 2025 01:00:00 GMT` */
export function rfc822(date: string): string {
  return new Date(date).toUTCString();
}

function toItem(item: FeedItem, withBody: boolean): Xml {
  return element('item', {}, [
    element('title', {}, item.title),
    element('link', {}, item.url),
    element('guid', { isPermaLink: 'false' }, item.id),
    element('pubDate', {}, rfc822(item.date)),
    ...item.authors.map((author) => element('dc:creator', {}, author)),
    ...item.categories.map(({ label }) => element('category', {}, label)),
    element('description', {}, `<p>${escapeXml(item.summary)}</p>`),
    ...(withBody ? [element('content:encoded', {}, item.body())] : []),
  ]);
}
