import { paperAddress, publicationOf } from '../digest/render/publication.ts';
import type { PaperPage } from './papers.ts';
import { settings } from './settings.ts';
import { absoluteUrl, arxivPdfUrl, paperPath, topicPath } from './urls.ts';
import { taggedShelves } from './topics.ts';

/** A page on the way to another; its path is without the base. */
export interface Step {
  path: string;
  name: string;
}

/** What ends a script or a line of it, inside HTML. "</script>" */
const UNSAFE = /[<>&\u2028\u2029]/g;

/** JSON for a `script` element: nothing in it ends the element, whatever the values hold. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A paper as schema.org's `ScholarlyArticle`; only what its record knows. */
export function paperJsonLd(page: PaperPage): object {
  const { paper } = page;
  const { arxiv, doi } = paper.identifiers;
  const published = paper.published ?? publicationMonth(page);
  const address = paperAddress(paper);
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    ...withUrl(paperPath(paper.id)),
    headline: paper.titleText,
    name: paper.titleText,
    ...(paper.abstractText && { abstract: paper.abstractText }),
    ...(paper.authors?.length && {
      author: paper.authors.map((name) => ({ '@type': 'Person', name })),
    }),
    ...(published && { datePublished: published }),
    ...(address && { sameAs: address }),
    ...((arxiv || doi) && { identifier: identifiers(arxiv, doi) }),
    ...(paper.topics.length > 0 && {
      about: taggedShelves(paper.topics).map(({ shelf }) => shelf.topic.label),
    }),
  };
}

/** A page that lists others, with these paths; the list only where the site's address is known. */
export function collectionJsonLd(path: string, name: string, listed: readonly string[]): object {
  const items = listed.map((page, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    url: absoluteUrl(page),
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    ...withUrl(path),
    name,
    ...(path !== '' && { isPartOf: { '@type': 'WebSite', name: settings.title, ...withUrl('') } }),
    ...(absoluteUrl('') !== undefined && {
      mainEntity: { '@type': 'ItemList', numberOfItems: items.length, itemListElement: items },
    }),
  };
}

/** The way from the home page to a page, the page itself last; undefined where no address is known. */
export function breadcrumbsJsonLd(way: readonly Step[]): object | undefined {
  if (absoluteUrl('') === undefined) return undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [{ path: '', name: settings.title }, ...way].map(({ path, name }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteUrl(path),
    })),
  };
}

/** The way to a paper: by its main topic, where it has one. */
export function paperWay({ paper }: PaperPage): Step[] {
  const [best] = taggedShelves(paper.topics);
  const shelf = best?.shelf.parent ?? best?.shelf;
  return [
    shelf
      ? { path: topicPath(shelf.topic.id), name: shelf.topic.label }
      : { path: 'papers/', name: 'Papers' },
    { path: paperPath(paper.id), name: paper.titleText },
  ];
}

/** Highwire's `meta` elements, which reference managers and Google Scholar read. */
export function highwireMeta({ paper }: PaperPage): { name: string; content: string }[] {
  const { arxiv, doi } = paper.identifiers;
  const published = publicationOf(paper);
  const date = published && Object.values(published).join('/');
  const metas: [name: string, content: string | undefined][] = [
    ['citation_title', paper.titleText],
    ...(paper.authors ?? []).map((author): [string, string] => ['citation_author', author]),
    ['citation_publication_date', date],
    ['citation_arxiv_id', arxiv],
    ['citation_doi', doi],
    ['citation_pdf_url', arxiv && arxivPdfUrl(arxiv)],
    ['citation_abstract_html_url', absoluteUrl(paperPath(paper.id))],
  ];
  return metas.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

function publicationMonth({ paper }: PaperPage): string | undefined {
  const published = publicationOf(paper);
  return published && [published.year, published.month].filter(Boolean).join('-');
}

function identifiers(arxiv: string | undefined, doi: string | undefined): object[] {
  const known = [
    { propertyID: 'arXiv', value: arxiv },
    { propertyID: 'DOI', value: doi },
  ];
  return known
    .filter(({ value }) => value)
    .map(({ propertyID, value }) => ({ '@type': 'PropertyValue', propertyID, value }));
}

function withUrl(path: string): { url?: string } {
  const url = absoluteUrl(path);
  return url ? { url } : {};
}
