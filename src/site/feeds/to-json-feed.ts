import type { FeedItem, FeedPage } from './feed.ts';
import { FEED_FORMATS, feedPath } from './feed-formats.ts';

const [, , JSON_FEED] = FEED_FORMATS;

/** JSON Feed 1.1; `next_url` leads to the archives, newest first. */
export function toJsonFeed(page: FeedPage): string {
  const { channel, source } = page;
  const { root, settings } = source;
  const at = (archive?: number) => root + feedPath(channel.path, JSON_FEED, archive);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: root + channel.page,
    feed_url: at(page.archive),
    description: channel.description,
    language: settings.language,
    authors: [{ name: settings.author ?? settings.title }],
    ...(page.older !== undefined && { next_url: at(page.older) }),
    items: page.items.map((item) => toItem(item, page.archive === undefined)),
  });
}

function toItem(item: FeedItem, withBody: boolean): object {
  return {
    id: item.id,
    url: item.url,
    ...(item.externalUrl && { external_url: item.externalUrl }),
    title: item.title,
    ...(withBody
      ? { content_html: item.body(), content_text: item.text }
      : { content_text: item.summary }),
    ...(item.summary && { summary: item.summary }),
    date_published: item.date,
    ...(item.authors.length > 0 && { authors: item.authors.map((name) => ({ name })) }),
    tags: item.categories.map(({ label }) => label),
  };
}
