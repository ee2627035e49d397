import { channels, source } from '../feeds/feed-channels.ts';
import type { FeedPage } from '../feeds/feed.ts';
import { FEED_FORMATS, feedPath, type FeedFormat } from '../feeds/feed-formats.ts';
import { feedPages } from '../feeds/feed-pages.ts';
import { toAtom } from '../feeds/to-atom.ts';
import { toJsonFeed } from '../feeds/to-json-feed.ts';
import { toRss } from '../feeds/to-rss.ts';
import { hashOf } from '../hash-of.ts';
import type { SiteFile } from './site-file.ts';

const WRITERS: Record<FeedFormat['id'], (page: FeedPage) => string> = {
  rss: toRss,
  atom: toAtom,
  json: toJsonFeed,
};

/** Every channel and every archive behind it, in each format; under a topic's old names too. */
export function* feedFiles(): Generator<SiteFile> {
  for (const channel of channels) {
    for (const page of feedPages(channel, source)) {
      const key = keyOf(page);
      for (const format of FEED_FORMATS) {
        for (const path of [channel.path, ...channel.oldPaths]) {
          yield {
            path: feedPath(path, format, page.archive),
            // Browsers show what is XML to them, with its style sheet, and do not save it.
            type: format.id === 'json' ? format.type : 'text/xml',
            key,
            text: () => WRITERS[format.id](page),
          };
        }
      }
    }
  }
}

function keyOf({ channel, items, archive, older, newer, updated }: FeedPage): string {
  const { title, description, page, id } = channel;
  return hashOf([
    [title, description, page, id, archive, older, newer, updated],
    items.map(({ hash, date }) => [hash, date]),
  ]);
}
