import type { PaperPage } from '../papers.ts';
import { formatDay } from '../wording.ts';
import type { FeedItem, FeedSource } from './feed.ts';
import { digestDate } from './feed-dates.ts';
import { oneLine, titleLine } from './one-line.ts';
import { once } from './once.ts';
import { tagUri } from './tag-uri.ts';
import { escapeXml } from './xml.ts';

/** Titles listed in a digest's item; more stand on its page. */
const MAX_TITLES = 200;

/** All papers of a day as one item: their titles, linked. */
export function toDigestItem(
  day: string,
  papers: readonly PaperPage[],
  source: FeedSource,
): FeedItem {
  const count = papers.length === 1 ? '1 paper' : `${papers.length} papers`;
  const url = `${source.root}digests/${day}/`;
  const summary = once(() => summaryOf(papers, count));
  return {
    id: tagUri(source.settings, `digests/${day}`),
    hash: papers.map(({ brief }) => brief.ownHash).join(),
    url,
    title: `${oneLine(source.settings.title)}, ${formatDay(day)}: ${count}`,
    // Most items of a rebuild are asked for their hash alone.
    body: once(() => titlesHtml(papers, url, source)),
    get text() {
      return summary();
    },
    get summary() {
      return summary();
    },
    date: digestDate(day),
    authors: [],
    get categories() {
      return categoriesOf(papers, source);
    },
  };
}

function titlesHtml(papers: readonly PaperPage[], url: string, source: FeedSource): string {
  const shown = papers.slice(0, MAX_TITLES);
  const rows = shown.map(({ brief: { id, titleText } }) => {
    const href = escapeXml(`${source.root}papers/${id}/`);
    return `<li><a href="${href}">${escapeXml(titleLine(titleText) || id)}</a></li>`;
  });
  const more = papers.length - shown.length;
  const rest = more > 0 ? `<p><a href="${escapeXml(url)}">${more} more</a></p>` : '';
  return `<ol>${rows.join('')}</ol>${rest}`;
}

function summaryOf(papers: readonly PaperPage[], count: string): string {
  const first = papers.slice(0, 3).map(({ brief }) => titleLine(brief.titleText));
  return `${count}: ${first.join('; ')}${papers.length > first.length ? ' …' : ''}`;
}

function categoriesOf(papers: readonly PaperPage[], source: FeedSource): FeedItem['categories'] {
  const held = new Set(papers.flatMap(({ brief }) => brief.topicIds));
  return source.topics
    .filter(({ id }) => held.has(id))
    .map(({ id, label }) => ({ id, label: oneLine(label) }));
}
