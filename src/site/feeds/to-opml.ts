import type { Channel, FeedSource } from './feed.ts';
import { FEED_FORMATS, feedPath } from './feed-formats.ts';
import { oneLine } from './one-line.ts';
import { rfc822 } from './to-rss.ts';
import { feedPages } from './feed-pages.ts';
import { element, xmlDocument, type Xml } from './xml.ts';

const [RSS] = FEED_FORMATS;

/** OPML 2.0 of all channels; the children of a topic stand below it. */
export function toOpml(channels: readonly Channel[], source: FeedSource): string {
  const title = oneLine(source.settings.title);
  const top = channels.filter(({ topic }) => !topic?.id.includes('/'));
  const childrenOf = ({ topic }: Channel) =>
    topic ? channels.filter((other) => other.topic?.id.startsWith(`${topic.id}/`)) : [];
  const outline = (channel: Channel): Xml =>
    element(
      'outline',
      {
        type: 'rss',
        text: channel.title,
        title: channel.title,
        description: channel.description,
        xmlUrl: source.root + feedPath(channel.path, RSS),
        htmlUrl: source.root + channel.page,
        language: source.settings.language,
      },
      childrenOf(channel).map(outline),
    );
  return xmlDocument(
    element('opml', { version: '2.0' }, [
      element('head', {}, [
        element('title', {}, `Feeds of ${title}`),
        element('dateModified', {}, rfc822(feedPages(channels[0]!, source)[0]!.updated)),
        element('docs', {}, 'http://opml.org/spec2.opml'),
      ]),
      element('body', {}, top.map(outline)),
    ]),
    source.root,
  );
}
