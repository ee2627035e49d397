import { arxivUrl, doiUrl, openReviewUrl } from '../../digest/render/addresses.ts';
import { LINK_LABELS } from '../../digest/render/link-labels.ts';
import type { Paper, TopicTag } from '../../digest/schema.ts';
import type { PaperPage } from '../papers.ts';
import type { FeedItem, FeedSource } from './feed.ts';
import { hasMath, toFeedHtml } from './feed-html.ts';
import { leadText } from './lead-text.ts';
import { oneLine, titleLine } from './one-line.ts';
import { once } from './once.ts';
import { tagUri } from './tag-uri.ts';
import { escapeXml } from './xml.ts';

/** Evidence shown per topic. */
const MAX_WORDS = 4;

/** A paper as an item: the abstract, why it is here, where it and its code are. */
export function toFeedItem(page: PaperPage, date: string, source: FeedSource): FeedItem {
  return new PaperItem(page, date, source);
}

/** Most items of a rebuild are asked for their hash and date alone: what they say is made later. */
class PaperItem implements FeedItem {
  readonly hash: string;
  readonly date: string;
  readonly body = () => bodyHtml(this.page, IN_FEED, this.source);
  readonly bodyOnPage = () => bodyHtml(this.page, ON_PAGE, this.source);
  private readonly page: PaperPage;
  private readonly source: FeedSource;
  private readonly says = once(() => sayPaper(this.page, this.source));

  constructor(page: PaperPage, date: string, source: FeedSource) {
    [this.hash, this.date, this.page, this.source] = [page.brief.ownHash, date, page, source];
  }

  get id() {
    return tagUri(this.source.settings, `papers/${this.page.paper.id}`);
  }
  get url() {
    return `${this.source.root}papers/${this.page.paper.id}/`;
  }
  get title() {
    return this.says().title;
  }
  get text() {
    return this.says().text;
  }
  get summary() {
    return this.says().summary;
  }
  get authors() {
    return this.says().authors;
  }
  get categories() {
    return this.says().categories;
  }
  get externalUrl() {
    return paperUrls(this.page.paper)[0]?.url;
  }
}

function sayPaper({ paper }: PaperPage, source: FeedSource) {
  return {
    title: titleLine(paper.titleText) || paper.id,
    text: oneLine(paper.abstractText),
    summary: leadText(paper.abstractText),
    authors: (paper.authors ?? []).map(oneLine).filter(Boolean),
    categories: tagged(paper, source).map(({ tag, label }) => ({ id: tag.id, label })),
  };
}

/** `<mark class="e1">` */
const MARK = /<\/?mark[^>]*>/g;

/** How an item is read; `given` is what a link of the abstract has besides its address. */
interface Reading {
  abstract: (html: string) => string;
  given: string;
}
/** Validators of feeds know no `rel`. */
const IN_FEED: Reading = { abstract: toFeedHtml, given: '' };
const ON_PAGE: Reading = {
  abstract: (html) => html.replace(MARK, ''),
  given: ' rel="nofollow noopener"',
};

function bodyHtml(
  { paper, abstractHtml }: PaperPage,
  reading: Reading,
  source: FeedSource,
): string {
  const fallback = hasMath(abstractHtml)
    ? `<details><summary>Without formulas</summary><p>${escapeXml(paper.abstractText)}</p></details>`
    : '';
  const abstract = `<p>${reading.abstract(abstractHtml)}</p>`;
  return abstract + fallback + topicsHtml(paper, source) + linksHtml(paper, reading);
}

function tagged({ topics }: Paper, source: FeedSource): { tag: TopicTag; label: string }[] {
  return topics.flatMap((tag) => {
    const topic = source.topics.find(({ id }) => id === tag.id);
    return topic ? [{ tag, label: oneLine(topic.label) }] : [];
  });
}

function topicsHtml(paper: Paper, source: FeedSource): string {
  const rows = tagged(paper, source).map(({ tag, label }) => {
    const href = escapeXml(`${source.root}topics/${tag.id}/`);
    return `<li><a href="${href}">${escapeXml(label)}</a>${escapeXml(reason(tag))}</li>`;
  });
  return rows.length > 0 ? `<p>Why it is here:</p><ul>${rows.join('')}</ul>` : '';
}

/** `: “quantized” in the title, “4-bit weights” and “INT4” in the abstract` */
function reason(tag: TopicTag): string {
  if (tag.byHand) return `: ${tag.byHand}`;
  const said = new Set<string>();
  const places = (['title', 'abstract'] as const).flatMap((field) => {
    const words = tag.evidence
      .filter((evidence) => evidence.field === field && evidence.weight > 0)
      .map(({ text }) => oneLine(text))
      .filter((text) => !said.has(text.toLowerCase()) && said.add(text.toLowerCase()))
      .slice(0, MAX_WORDS)
      .map((text) => `“${text}”`);
    return words.length > 0 ? [`${listOf(words)} in the ${field}`] : [];
  });
  return places.length > 0 ? `: ${places.join(', ')}` : '';
}

function linksHtml(paper: Paper, { given }: Reading): string {
  const shown = [
    ...paperUrls(paper).map(({ label, url }) => anchor(label, url)),
    ...paper.links.map(({ kind, url }) =>
      anchor(`${LINK_LABELS[kind]}: ${bareUrl(url)}`, url, given),
    ),
  ];
  return shown.length > 0 ? `<p>${shown.join(' · ')}</p>` : '';
}

const anchor = (label: string, url: string, more = '') =>
  `<a href="${escapeXml(url)}"${more}>${escapeXml(label)}</a>`;

function paperUrls({ identifiers }: Paper): { label: string; url: string }[] {
  const { arxiv, doi, openreview } = identifiers;
  return [
    ...(arxiv ? [{ label: `arXiv ${arxiv}`, url: arxivUrl(arxiv) }] : []),
    ...(doi ? [{ label: `DOI ${doi}`, url: doiUrl(doi) }] : []),
    ...(openreview ? [{ label: 'OpenReview', url: openReviewUrl(openreview) }] : []),
  ];
}

/** `https://github.com/a/b/` → `github.com/a/b` */
function bareUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
