import { toSearchDocument } from '../../search/document/search-document.ts';
import { buildIndex } from '../../search/index/build-index.ts';
import { fingerprint } from '../../search/index/fingerprint.ts';
import { papers } from '../papers.ts';
import { shelves } from '../topics.ts';
import type { SiteFile } from './site-file.ts';

/** Below the site's root, the folder of the search index. */
const PLACE = 'search-index/';

/** The search index of all papers, newest first. */
export function* searchFiles(): Generator<SiteFile> {
  const topics = shelves.map(({ topic: { id, label } }) => ({ id, label }));
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const documents = papers.map((page) => toSearchDocument(page, labels));
  for (const [path, text] of buildIndex(documents, topics)) {
    const [folder, ...inside] = path.split('/');
    yield {
      path: PLACE + path,
      type: 'application/json',
      ...(inside.length > 0 && { named: { within: PLACE, folder: folder! } }),
      key: fingerprint([text]),
      text: () => text,
    };
  }
}
