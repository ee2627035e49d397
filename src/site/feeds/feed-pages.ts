import type { Channel, FeedPage, FeedSource } from './feed.ts';
import { digestDate } from './feed-dates.ts';

/** Items in the document that is subscribed to, and in each archive. */
const PAGE_SIZE = 100;

/**
 * The documents of a channel, RFC 5005: first the one that is subscribed to, with the newest items;
 * then archives 1, 2 …, counted from the oldest item, so that a full archive stays as it is when
 * papers come in. The first archive behind the subscription may share items with it. Items in
 * archives have their leads only: at 10,000 papers all feeds are 137 MB, not 464 MB.
 */
export function feedPages(channel: Channel, source: FeedSource): FeedPage[] {
  const { items } = channel;
  const archives = Math.max(0, Math.ceil((items.length - PAGE_SIZE) / PAGE_SIZE));
  const updated = newest(channel, source);
  const subscription: FeedPage = {
    channel,
    source,
    items: items.slice(0, PAGE_SIZE),
    updated,
    ...(archives > 0 && { older: archives }),
  };
  return [
    subscription,
    ...Array.from({ length: archives }, (_, index) => {
      const number = index + 1;
      const end = items.length - index * PAGE_SIZE;
      const held = items.slice(end - PAGE_SIZE, end);
      return {
        channel,
        source,
        items: held,
        archive: number,
        updated: held[0]!.date,
        ...(number > 1 && { older: number - 1 }),
        ...(number < archives && { newer: number + 1 }),
      };
    }),
  ];
}

/** An empty channel has no date of its own: that of the site's newest paper, else the authority's. */
function newest({ items }: Channel, { papers, settings }: FeedSource): string {
  const day = papers[0]?.brief.date ?? `${/,(\d{4})/.exec(settings.tagAuthority)![1]}-01-01`;
  return items[0]?.date ?? digestDate(day);
}
