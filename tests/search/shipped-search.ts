import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildDigest } from '../../src/digest/build-digest.ts';
import { toPaperPage, type PaperPage } from '../../src/digest/render/paper-page.ts';
import { TaxonomySchema } from '../../src/digest/topics/taxonomy.ts';
import {
  toSearchDocument,
  type SearchDocument,
} from '../../src/search/document/search-document.ts';
import { buildIndex } from '../../src/search/index/build-index.ts';
import { Search } from '../../src/search/search.ts';

const DUMP = 'dumps/2025-03-14.txt';

const taxonomy = TaxonomySchema.parse(parse(readFileSync('content/topics.yaml', 'utf8')));

/** The papers of the shipped dump. */
export function shippedPages(): PaperPage[] {
  const text = readFileSync(`content/${DUMP}`, 'utf8');
  const dumps = [{ file: DUMP, date: '2025-03-14', text }];
  return buildDigest({ dumps, taxonomy, metadata: {}, corrections: {} }).papers.map(toPaperPage);
}

/** The shipped dump as search sees it. */
export function shippedDocuments(): {
  documents: SearchDocument[];
  topics: { id: string; label: string }[];
} {
  const labels = new Map(taxonomy.topics.map(({ id, label }) => [id, label]));
  const documents = shippedPages().map((page) => toSearchDocument(page, labels));
  return { documents, topics: taxonomy.topics };
}

export function shippedFiles(): Map<string, string> {
  const { documents, topics } = shippedDocuments();
  return buildIndex(documents, topics);
}

/** An index of more than a thousand papers: the shipped ones again and again, under other ids. */
export function largeFiles(): Map<string, string> {
  const { documents, topics } = shippedDocuments();
  const copies = Array.from({ length: 20 }, (_, copy) =>
    documents.map((document) => ({ ...document, id: `${document.id}-${copy}` })),
  );
  return buildIndex(copies.flat(), topics);
}

/** A search over files in memory; `loaded` gathers the paths that it reads. */
export function searchOver(
  files: ReadonlyMap<string, string>,
  loaded: string[] = [],
): Promise<Search> {
  return Search.open(async (path) => {
    loaded.push(path);
    return JSON.parse(files.get(path)!);
  });
}
