import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toSearchDocument, type RenderedPaper } from '../src/search/document/search-document.ts';
import { buildIndex } from '../src/search/index/build-index.ts';

/** Writes the search index of the papers into a new folder; they are indexed newest first. */
export function writeSearchIndex(
  folder: string,
  papers: readonly RenderedPaper[],
  topics: readonly { id: string; label: string }[],
): void {
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const newestFirst = papers
    .map((page) => toSearchDocument(page, labels))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const folders = new Set<string>();
  for (const [name, text] of buildIndex(newestFirst, topics)) {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    writeFileSync(file, text);
  }
}
