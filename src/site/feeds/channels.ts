import type { Topic } from '../../digest/topics/taxonomy.ts';
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
      source.papers.filter(({ paper }) => paper.links.some(({ kind }) => kind === 'code')),
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
        source.papers.filter((page) => isOn(page, topic)),
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
  const days = Map.groupBy(source.papers, ({ paper }) => paper.date);
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

function isOn({ paper }: PaperPage, topic: Topic): boolean {
  return paper.topics.some(({ id }) => id === topic.id || id.startsWith(`${topic.id}/`));
}
