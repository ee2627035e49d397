import type { FeedItem, FeedPage } from './feed.ts';
import { FEED_FORMATS, feedPath } from './feed-formats.ts';
import { element, xmlDocument, type Xml } from './xml.ts';

const [, ATOM] = FEED_FORMATS;

/** Atom 1.0, with the bodies as XHTML: feed readers and validators meet MathML as elements. */
export function toAtom(page: FeedPage): string {
  const { channel, source } = page;
  const { root, settings } = source;
  const at = (archive?: number) => root + feedPath(channel.path, ATOM, archive);
  const feed = element(
    'feed',
    {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:fh': 'http://purl.org/syndication/history/1.0',
      'xml:lang': settings.language,
    },
    [
      element('id', {}, channel.id),
      element('title', {}, channel.title),
      element('subtitle', {}, channel.description),
      element('updated', {}, page.updated),
      element('author', {}, [element('name', {}, settings.author ?? settings.title)]),
      element('generator', {}, 'Offprint'),
      link('self', at(page.archive)),
      link('alternate', root + channel.page, 'text/html'),
      ...(page.archive === undefined ? [] : [element('fh:archive', {}, []), link('current', at())]),
      ...(page.older === undefined ? [] : [link('prev-archive', at(page.older))]),
      ...(page.newer === undefined ? [] : [link('next-archive', at(page.newer))]),
      ...page.items.map((item) => toEntry(item, page)),
    ],
  );
  return xmlDocument(feed, root);
}

function link(rel: string, href: string, type: string = ATOM.type): Xml {
  return element('link', { rel, type, href }, []);
}

function toEntry(item: FeedItem, { source: { root }, archive }: FeedPage): Xml {
  return element('entry', {}, [
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }, []),
    ...(item.externalUrl ? [element('link', { rel: 'related', href: item.externalUrl }, [])] : []),
    element('published', {}, item.date),
    element('updated', {}, item.date),
    ...item.authors.map((name) => element('author', {}, [element('name', {}, name)])),
    ...item.categories.map(({ id, label }) =>
      element('category', { term: id, scheme: `${root}topics/`, label }, []),
    ),
    ...(item.summary ? [element('summary', {}, item.summary)] : []),
    ...(archive === undefined ? [contentOf(item)] : []),
  ]);
}

function contentOf(item: FeedItem): Xml {
  return element('content', { type: 'xhtml' }, [
    element('div', { xmlns: 'http://www.w3.org/1999/xhtml' }, [{ xml: item.body() }]),
  ]);
}
