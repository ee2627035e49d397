/** The items of one feed with its archives: permanent id → the address of its page. */
type FeedItems = ReadonlyMap<string, string>;

/** All feeds of a built site, by their path below it: `topics/quantum/rss.xml`. */
export type Feeds = ReadonlyMap<string, FeedItems>;

/** Why readers of a feed would lose something, or see it again. */
export interface FeedLoss {
  feed: string;
  kind: 'feed-gone' | 'item-gone' | 'id-changed';
  id?: string;
  newId?: string;
}

/** `https://example.org/a/b/papers/x/` → `papers/x`, whatever the host and the base path */
const PAGE = /(?:papers|digests)\/[^/]+(?=\/$)/;

/**
 * What subscribers would notice if `after` replaced `before`: a feed that is gone, an item that is
 * gone, an item that has another id (readers show it as new). Additions and retitles are fine.
 */
export function compareFeeds(before: Feeds, after: Feeds): FeedLoss[] {
  return [...before].flatMap(([feed, items]): FeedLoss[] => {
    const now = after.get(feed);
    if (!now) return [{ feed, kind: 'feed-gone' }];
    const idsByPage = new Map([...now].map(([id, url]) => [pageOf(url), id]));
    return [...items].flatMap(([id, url]): FeedLoss[] => {
      if (now.has(id)) return [];
      const newId = idsByPage.get(pageOf(url));
      return [newId ? { feed, kind: 'id-changed', id, newId } : { feed, kind: 'item-gone', id }];
    });
  });
}

function pageOf(url: string): string {
  return PAGE.exec(url)?.[0] ?? url;
}
