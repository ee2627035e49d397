import { toSearchDocument } from '../../search/document/search-document.ts';
import { indexFiles } from '../../search/index/build-index.ts';
import { extractPaper, toCard, type PaperExtract } from '../../search/index/extract-paper.ts';
import { Vocabulary } from '../../search/index/vocabulary.ts';
import { hashOf } from '../hash-of.ts';
import { papers } from '../papers.ts';
import { shelves } from '../topics.ts';
import type { SiteFile } from './site-file.ts';

/** Below the site's root, the folder of the search index. */
const PLACE = 'search-index/';

/** Makes extracts, or has them of a build before. */
export interface ExtractMemory {
  /** What the numbers in all of them mean. */
  vocabulary: Vocabulary;
  /** The name says all that the extract depends on. */
  keep(name: string, make: () => PaperExtract): PaperExtract;
}

export const noMemory = (): ExtractMemory => ({
  vocabulary: new Vocabulary(),
  keep: (_, make) => make(),
});

/** The search index of all papers, newest first. */
export function* searchFiles(memory: ExtractMemory): Generator<SiteFile> {
  const topics = shelves.map(({ topic: { id, label } }) => ({ id, label }));
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  // One after the other: the documents of all papers would be several times the papers themselves.
  const documentOf = (at: number) => toSearchDocument(papers[at]!, labels);
  const { vocabulary } = memory;
  const extracts = papers.map(({ brief }, at) => {
    const name = hashOf([brief.ownHash, brief.topicIds.map((id) => labels.get(id))]);
    return memory.keep(name, () => extractPaper(documentOf(at), vocabulary));
  });
  const cardOf = (at: number) => toCard(documentOf(at));
  for (const file of indexFiles(extracts, vocabulary, topics, cardOf)) {
    const [folder, ...inside] = file.path.split('/');
    yield {
      ...file,
      path: PLACE + file.path,
      type: 'application/json',
      ...(inside.length > 0 && { named: { within: PLACE, folder: folder! } }),
    };
  }
}
