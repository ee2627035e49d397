/** Readers that add a feed from a link, by the web: no app has to be installed for them. */
const READERS = [
  { name: 'Feedly', link: 'https://feedly.com/i/subscription/feed%2F' },
  { name: 'Inoreader', link: 'https://www.inoreader.com/?add_feed=' },
  { name: 'NewsBlur', link: 'https://www.newsblur.com/?url=' },
  { name: 'The Old Reader', link: 'https://theoldreader.com/feeds/subscribe?url=' },
  { name: 'Feedbin', link: 'https://feedbin.com/?subscribe=' },
] as const;

/** Links that open a reader with the feed at `feedUrl`. */
export function readerLinks(feedUrl: string): { name: string; href: string }[] {
  return READERS.map(({ name, link }) => ({ name, href: link + encodeURIComponent(feedUrl) }));
}
