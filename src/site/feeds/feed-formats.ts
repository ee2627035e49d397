/** The formats, in the order in which they are offered. */
export const FEED_FORMATS = [
  {
    id: 'rss',
    name: 'RSS 2.0',
    file: 'rss.xml',
    type: 'application/rss+xml',
    says: 'What every reader takes.',
  },
  {
    id: 'atom',
    name: 'Atom 1.0',
    file: 'atom.xml',
    type: 'application/atom+xml',
    says: 'The same items as XHTML, for readers that are strict about it.',
  },
  {
    id: 'json',
    name: 'JSON Feed 1.1',
    file: 'feed.json',
    type: 'application/feed+json',
    says: 'The same items for programs, and for readers that prefer JSON.',
  },
] as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The path of a channel's feed, or of one of its archives: `topics/gnn/archive/3/rss.xml`. */
export function feedPath(channelPath: string, format: FeedFormat, archive?: number): string {
  return `${channelPath}${archive === undefined ? '' : `archive/${archive}/`}${format.file}`;
}
