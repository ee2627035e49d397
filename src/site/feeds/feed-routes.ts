import { makeChannels } from './channels.ts';
import type { Channel, FeedPage } from './feed.ts';
import { feedPages } from './feed-pages.ts';
import { readFeedSource } from './feed-source.ts';

/** Read and made once a build, for all three formats. */
export const source = readFeedSource();
export const channels: readonly Channel[] = makeChannels(source);

/** The static paths of `[...feed]/rss.xml` and its sisters: every channel, every archive. */
export function feedPaths(): { params: { feed: string | undefined }; props: { page: FeedPage } }[] {
  return channels.flatMap((channel) =>
    feedPages(channel, source).flatMap((page) =>
      [channel.path, ...channel.oldPaths].map((path) => ({
        params: { feed: folderOf(path, page.archive) },
        props: { page },
      })),
    ),
  );
}

/** `topics/quantum/archive/2`; undefined is the root. */
function folderOf(path: string, archive?: number): string | undefined {
  const folder = `${path}${archive === undefined ? '' : `archive/${archive}/`}`;
  return folder === '' ? undefined : folder.slice(0, -1);
}

/** A feed as the answer of a route, with the type that a development server sends. */
export function feedResponse(body: string, type: string): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
