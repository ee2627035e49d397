import type { SiteSettings } from '../../digest/schema.ts';
import type { Topic } from '../../digest/topics/taxonomy.ts';
import type { PaperPage } from '../papers.ts';

/** All that feeds are made from. Pure data: tests and the e-mail make their own. */
export interface FeedSource {
  settings: SiteSettings;
  /** In the order of the taxonomy. */
  topics: readonly Topic[];
  /** Newest first; within a day in the order of the dump. */
  papers: readonly PaperPage[];
  /** In the order of `site.yaml`. */
  searches: readonly FeedSearch[];
  /** The absolute address of the home page, with the base path; ends with `/`. */
  root: string;
}

/** A search that the operator has given feeds of its own. */
export interface FeedSearch {
  id: string;
  title: string;
  query: string;
  description?: string | undefined;
  /** In the order of the source's papers. */
  papers: readonly PaperPage[];
}

/** Something that one can subscribe to. */
export interface Channel {
  /** Where its feeds stand below the root: `''`, `topics/circuits/quantum/` … */
  path: string;
  /** Where they stood before the topic was renamed; they stay there too. */
  oldPaths: readonly string[];
  title: string;
  description: string;
  /** The page that shows the same to people, below the root. */
  page: string;
  /** The permanent name of the channel, whatever its title and host. */
  id: string;
  topic?: Topic;
  search?: FeedSearch;
  /** Newest first. */
  items: readonly FeedItem[];
}

/** One item: the same in every format. All addresses are absolute. */
export interface FeedItem {
  /** A `tag:` URI, for good. */
  id: string;
  /** Of the papers that it was made of. */
  hash: string;
  url: string;
  /** Plain Unicode, one line. */
  title: string;
  /**
   * Well-formed XHTML: formulas as MathML, with a text reading of what holds them below. Made when
   * asked for: archives do without.
   */
  body: () => string;
  /** The same for a page of the site, where formulas have names and long ones flow. */
  bodyOnPage?: () => string;
  /** Plain text: all of it, and its beginning. */
  text: string;
  summary: string;
  /** ISO 8601 with seconds, UTC. Distinct within a channel. */
  date: string;
  authors: readonly string[];
  categories: readonly { id: string; label: string }[];
  /** The paper itself elsewhere. */
  externalUrl?: string | undefined;
}

/** One document of a channel: what is subscribed to, or an archive behind it (RFC 5005). */
export interface FeedPage {
  channel: Channel;
  source: FeedSource;
  items: readonly FeedItem[];
  /** Undefined for the document that readers subscribe to; archives count from 1, the oldest. */
  archive?: number;
  /** The next older archive, and for an archive the next newer one. */
  older?: number;
  newer?: number;
  /** The date of the newest item, else of the newest paper of the site. */
  updated: string;
}
