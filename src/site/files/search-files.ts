import { toSearchDocument } from '../../search/document/search-document.ts';
import { indexFiles } from '../../search/index/build-index.ts';
import { extractPaper, toCard } from '../../search/index/extract-paper.ts';
import { hashOf } from '../hash-of.ts';
import { papers } from '../papers.ts';
import { shelves } from '../topics.ts';
import type { SiteFile } from './site-file.ts';

/** Below the site's root, the folder of the search index. */
const PLACE = 'search-index/';

/** Does a piece of work, or tells what came of it before; the name says all that it depends on. */
export type KeepWork = <Result>(name: string, work: () => Result) => Result;

/** The search index of all papers, newest first. */
export function* searchFiles(keep: KeepWork): Generator<SiteFile> {
  const topics = shelves.map(({ topic: { id, label } }) => ({ id, label }));
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  // One after the other: the documents of all papers would be several times the papers themselves.
  const documentOf = (at: number) => toSearchDocument(papers[at]!, labels);
  const extracts = papers.map(({ hash, paper }, at) => {
    const name = hashOf([hash, paper.topics.map(({ id }) => labels.get(id))]);
    return keep(name, () => extractPaper(documentOf(at)));
  });
  for (const file of indexFiles(extracts, topics, (at) => toCard(documentOf(at)))) {
    const [folder, ...inside] = file.path.split('/');
    yield {
      ...file,
      path: PLACE + file.path,
      type: 'application/json',
      ...(inside.length > 0 && { named: { within: PLACE, folder: folder! } }),
    };
  }
}
