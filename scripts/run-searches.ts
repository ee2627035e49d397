import { diagnose, type Diagnostic } from '../src/digest/diagnostics.ts';
import type { Paper, SiteSettings } from '../src/digest/schema.ts';
import { toSearchDocument, type RenderedPaper } from '../src/search/document/search-document.ts';
import { buildIndex } from '../src/search/index/build-index.ts';
import { faultOfQuery } from '../src/search/query/check-query.ts';
import { parseQuery } from '../src/search/query/parse-query.ts';
import { Search } from '../src/search/search.ts';
import type { Content } from './read-content.ts';

/** A search of the operator with the ids of the papers that it finds. */
type RunSearch = SiteSettings['searches'][string] & { id: string; papers: string[] };

/**
 * Runs the searches of `site.yaml` with the site's own search. A query that cannot mean what its
 * operator wants is fatal; one that finds nothing yet is a warning. The papers are rendered only where
 * a query reads their texts.
 */
export async function runSearches(
  { site, taxonomy, placeOfSite }: Pick<Content, 'site' | 'taxonomy' | 'placeOfSite'>,
  records: readonly Paper[],
  pages: () => readonly RenderedPaper[],
): Promise<{ searches: RunSearch[]; messages: Diagnostic[] }> {
  const named = Object.entries(site.searches);
  const messages: Diagnostic[] = [];
  const searches: RunSearch[] = [];
  if (named.length === 0) return { searches, messages };
  const isRead = named.some(([, { query }]) => readsTexts(query));
  const search = await openSearch(isRead ? pages() : records.map(withoutTexts), taxonomy.topics);
  for (const [id, settings] of named) {
    const place = placeOfSite('searches', id, 'query');
    const fault = faultOfQuery(settings.query, taxonomy.topics);
    if (fault) {
      const { unexpected, expected } = fault;
      messages.push(diagnose('search-query-invalid', place, unexpected, id, expected));
      continue;
    }
    const found = await search.findAsWritten(settings.query);
    if (found.length === 0)
      messages.push(diagnose('search-finds-nothing', place, id, settings.query));
    searches.push({ id, ...settings, papers: found });
  }
  return { searches, messages };
}

/** Whether a query asks for more than topics, days and links. */
function readsTexts(text: string): boolean {
  const { words, phrases, excluded, filters } = parseQuery(`${text} `);
  const asksForMath = filters.some(({ name, value }) => name === 'has' && /math/i.test(value));
  return asksForMath || words.length + phrases.length + excluded.length > 0;
}

function withoutTexts(paper: Paper): RenderedPaper {
  const bare = { ...paper, titleText: '', abstractText: '', methods: [] };
  return { paper: bare, titleHtml: '', abstractHtml: '' };
}

function openSearch(
  papers: readonly RenderedPaper[],
  topics: readonly { id: string; label: string }[],
): Promise<Search> {
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const documents = papers.map((page) => toSearchDocument(page, labels));
  const files = buildIndex(documents, topics);
  const load = async (path: string) => JSON.parse(files.get(path)!) as unknown;
  // Here the whole index is at hand: no beginning of words is cut short.
  return Search.open(load, Infinity);
}
