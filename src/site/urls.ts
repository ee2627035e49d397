import { basePath, siteUrl } from './settings.ts';

/** A path of the site under its base path: `url('papers/')` → `/a/b/papers/`. */
export function url(path: string): string {
  return basePath + path.replace(/^\//, '');
}

const root = siteUrl && new URL(basePath, siteUrl).href;

/** The same with its host, or undefined where the host is not known; all paths are of ASCII. */
export function absoluteUrl(path: string): string | undefined {
  return root && root + path;
}

/** The other way: the path of a page of the site without the base; empty for the home page. */
export const pathOf = ({ pathname }: URL) => pathname.slice(basePath.length);

export const paperPath = (id: string) => `papers/${id}/`;
export const topicPath = (id: string) => `topics/${id}/`;
export const digestPath = (date: string) => `digests/${date}/`;

export const paperUrl = (id: string) => url(paperPath(id));
export const topicUrl = (id: string) => url(topicPath(id));
export const digestUrl = (date: string) => url(digestPath(date));

/** The search page with a query in it. */
export const searchUrl = (query: string) => url(`search/?${new URLSearchParams({ q: query })}`);

/** What there is of a paper besides, by its arXiv id. */
export const arxivPdfUrl = (id: string) => `https://arxiv.org/pdf/${id}`;
export const huggingFaceUrl = (arxiv: string) => `https://huggingface.co/papers/${arxiv}`;

/** A search for a title, where no identifier is known. */
export const arxivSearchUrl = (title: string) =>
  `https://arxiv.org/search/?${new URLSearchParams({ query: title, searchtype: 'title' })}`;
