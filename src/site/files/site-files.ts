import type { Taxonomy } from '../../digest/topics/taxonomy.ts';
import { readDigestFile } from '../digest-folder.ts';
import { siteRoot } from '../feeds/feed-source.ts';
import { hashOf } from '../hash-of.ts';
import { settings, siteUrl } from '../settings.ts';
import { feedFiles } from './feed-files.ts';
import { allPapersFile, paperFiles } from './paper-files.ts';
import { noMemory, searchFiles, type ExtractMemory } from './search-files.ts';
import type { SiteFile } from './site-file.ts';

/** The files of the site that are no pages and grow with the papers. */
export function* siteFiles(memory: ExtractMemory = noMemory()): Generator<SiteFile> {
  yield* paperFiles();
  yield allPapersFile();
  yield* feedFiles();
  yield* searchFiles(memory);
}

/** What all of these files show besides what their keys say. */
export const sharedByFiles = (): string =>
  hashOf([settings, siteUrl, siteRoot(), readDigestFile<Taxonomy>('taxonomy.json')]);
