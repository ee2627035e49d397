import { createHash } from 'node:crypto';
import { diagnose, type Diagnostic } from '../src/digest/diagnostics.ts';
import type { Paper, SiteSettings } from '../src/digest/schema.ts';
import {
  toSearchDocument,
  type RenderedPaper,
  type SearchDocument,
} from '../src/search/document/search-document.ts';
import { buildIndex } from '../src/search/index/build-index.ts';
import { faultOfQuery } from '../src/search/query/check-query.ts';
import { parseQuery } from '../src/search/query/parse-query.ts';
import { Search } from '../src/search/search.ts';
import type { Content } from './read-content.ts';

/** A search of the operator with the ids of the papers that it finds. */
type RunSearch = SiteSettings['searches'][string] & { id: string; papers: string[] };

/** What each query finds, or found before; the key says all that it depends on. */
export type KeepFound = (key: string, make: () => Promise<string[][]>) => Promise<string[][]>;

/**
 * Runs the searches of `site.yaml` with the site's own search. A query that cannot mean what its
 * operator wants is fatal; one that finds nothing yet is a warning. The papers are rendered only where
 * a query reads their texts; where none does, few changes of papers bear on what is found.
 */
export async function runSearches(
  { site, taxonomy, placeOfSite }: Pick<Content, 'site' | 'taxonomy' | 'placeOfSite'>,
  records: readonly Paper[],
  pages: () => readonly RenderedPaper[],
  keep: KeepFound = (_key, make) => make(),
): Promise<{ searches: RunSearch[]; messages: Diagnostic[] }> {
  const messages: Diagnostic[] = [];
  const searches: RunSearch[] = [];
  const checked = Object.entries(site.searches).map(([id, settings]) => {
    return { id, settings, fault: faultOfQuery(settings.query, taxonomy.topics) };
  });
  const queries = checked.flatMap(({ settings, fault }) => (fault ? [] : settings.query));
  const papers = queries.some(readsTexts) ? pages() : records.map(withoutTexts);
  const found = queries.length > 0 ? await findAll(queries, papers, taxonomy.topics, keep) : [];
  for (const { id, settings, fault } of checked) {
    const place = placeOfSite('searches', id, 'query');
    if (fault) {
      const { unexpected, expected } = fault;
      messages.push(diagnose('search-query-invalid', place, unexpected, id, expected));
      continue;
    }
    const ids = found[searches.length]!;
    if (ids.length === 0)
      messages.push(diagnose('search-finds-nothing', place, id, settings.query));
    searches.push({ id, ...settings, papers: ids });
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

type Topic = Readonly<Record<'id' | 'label', string>>;

/** What each query finds. The key is made of the very documents that the index would be made of. */
function findAll(
  queries: readonly string[],
  papers: readonly RenderedPaper[],
  allTopics: readonly Topic[],
  keep: KeepFound,
): Promise<string[][]> {
  const topics = allTopics.map(({ id, label }) => ({ id, label }));
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const documents = papers.map((page) => toSearchDocument(page, labels));
  const key = createHash('sha256').update(JSON.stringify([queries, topics]));
  for (const document of documents) key.update(`\n${JSON.stringify(document)}`);
  return keep(key.digest('base64url'), () => searchIn(documents, topics, queries));
}

async function searchIn(
  documents: readonly SearchDocument[],
  topics: readonly Topic[],
  queries: readonly string[],
): Promise<string[][]> {
  const files = buildIndex(documents, topics);
  const load = async (path: string) => JSON.parse(files.get(path)!) as unknown;
  // Here the whole index is at hand: no beginning of words is cut short.
  const search = await Search.open(load, Infinity);
  const found: string[][] = [];
  for (const query of queries) found.push(await search.findAsWritten(query));
  return found;
}
