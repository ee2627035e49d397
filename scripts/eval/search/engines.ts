import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch from 'minisearch';
import {
  toSearchDocument,
  type RenderedPaper,
} from '../../../src/search/document/search-document.ts';
import { buildIndex } from '../../../src/search/index/build-index.ts';
import { Search } from '../../../src/search/search.ts';
import type { PlainPaper } from './known-items.ts';

/** A search engine over some papers: a query to ids, best first, ten at most. */
export type Engine = (query: string) => Promise<string[]>;

const MOST = 10;

/** The search that the site ships, over its own index. */
export async function shippedSearch(
  papers: readonly RenderedPaper[],
  topics: readonly { id: string; label: string }[],
): Promise<Engine> {
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const files = buildIndex(
    papers.map((paper) => toSearchDocument(paper, labels)),
    topics,
  );
  const search = await Search.open(async (path) => JSON.parse(files.get(path)!));
  return async (text) => (await search.find({ text, limit: MOST })).hits.map(({ id }) => id);
}

/** Fuse.js as it comes. */
export function fuseDefault(papers: readonly PlainPaper[]): Engine {
  return fuse(papers, {});
}

/** Fuse.js by words, all of which must be found, anywhere in a field. */
export function fuseTokens(papers: readonly PlainPaper[]): Engine {
  return fuse(papers, {
    useTokenSearch: true,
    tokenMatch: 'all',
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.25,
  });
}

function fuse(papers: readonly PlainPaper[], options: IFuseOptions<PlainPaper>): Engine {
  const index = new Fuse(papers, { keys: ['title', 'abstract'], ...options });
  return async (query) =>
    index.search(query.slice(0, 64), { limit: MOST }).map(({ item }) => item.id);
}

/** MiniSearch, tuned: all words, prefixes, a slip in five letters, titles first. */
export function miniSearch(papers: readonly PlainPaper[]): Engine {
  const index = new MiniSearch<PlainPaper>({
    fields: ['title', 'abstract'],
    searchOptions: { combineWith: 'AND', prefix: true, fuzzy: 0.2, boost: { title: 3 } },
  });
  index.addAll(papers);
  return async (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .map(({ id }) => id as string);
}
