import type { PaperPage } from '../papers.ts';
import { toDigestItem } from './digest-item.ts';
import type { Channel, FeedItem, FeedSource } from './feed.ts';
import { itemDates } from './feed-dates.ts';
import { toFeedItem } from './feed-item.ts';
import { oneLine } from './one-line.ts';
import { searchFolder, searchPath } from './search-paths.ts';
import { tagUri } from './tag-uri.ts';

/**
 * Everything that one can subscribe to: the site, papers with code, whole digests, then each topic
 * in the order of the taxonomy, then the operator's searches. A parent topic holds the papers of its
 * children too.
 */
export function makeChannels(source: FeedSource): Channel[] {
  const items = makeItems(source);
  const byTopic = papersByTopic(source.papers);
  const site = oneLine(source.settings.title);
  const channel = (
    path: string,
    text: Pick<Channel, 'title' | 'description' | 'page'>,
    papers: readonly PaperPage[],
  ): Channel => ({
    path,
    oldPaths: [],
    ...text,
    id: tagUri(source.settings, path === '' ? 'papers' : `feeds/${path.slice(0, -1)}`),
    items: papers.map((page) => items.get(page)!),
  });
  return [
    channel(
      '',
      { title: site, description: oneLine(source.settings.description), page: '' },
      source.papers,
    ),
    channel(
      'with-code/',
      {
        title: `Papers with code · ${site}`,
        description: 'Only the papers that link their code.',
        page: 'papers/',
      },
      source.papers.filter(({ brief }) => brief.hasCode),
    ),
    digestChannel(source, site),
    ...source.topics.map((topic) => ({
      ...channel(
        `topics/${topic.id}/`,
        {
          title: `${oneLine(topic.label)} · ${site}`,
          description: oneLine(topic.description),
          page: `topics/${topic.id}/`,
        },
        byTopic.get(topic.id) ?? [],
      ),
      topic,
      oldPaths: topic.aliases.map((id) => `topics/${id}/`),
    })),
    ...source.searches.map((search) => ({
      ...channel(
        searchFolder(search.id),
        {
          title: `${oneLine(search.title)} · ${site}`,
          description: oneLine(search.description ?? `Papers that “${search.query}” finds.`),
          page: searchPath(search.query),
        },
        search.papers,
      ),
      id: tagUri(source.settings, `feeds/searches/${search.id}`),
      search,
    })),
  ];
}

function makeItems(source: FeedSource): Map<PaperPage, FeedItem> {
  const dates = itemDates(source.papers);
  return new Map(
    source.papers.map((page) => [page, toFeedItem(page, dates.get(page)!, source)] as const),
  );
}

function digestChannel(source: FeedSource, site: string): Channel {
  const days = Map.groupBy(source.papers, ({ brief }) => brief.date);
  return {
    path: 'digests/',
    oldPaths: [],
    title: `Digests · ${site}`,
    description: 'One item a day with all its papers.',
    page: 'digests/',
    id: tagUri(source.settings, 'feeds/digests'),
    items: [...days].map(([day, papers]) => toDigestItem(day, papers, source)),
  };
}

/** The papers of each topic, and with a parent those of its children. */
function papersByTopic(papers: readonly PaperPage[]): Map<string, PaperPage[]> {
  const byTopic = new Map<string, PaperPage[]>();
  for (const page of papers) {
    const { topicIds } = page.brief;
    for (const id of new Set([...topicIds, ...topicIds.map((child) => child.split('/')[0]!)])) {
      const held = byTopic.get(id);
      if (held) held.push(page);
      else byTopic.set(id, [page]);
    }
  }
  return byTopic;
}
