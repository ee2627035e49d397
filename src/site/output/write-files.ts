import { sharedByFiles, siteFiles } from '../files/site-files.ts';
import { KeptExtracts } from './kept-extracts.ts';
import { OutputFolder } from './output-folder.ts';

const EVERY = 1000;

interface WriteOptions {
  folder: string;
  /** Of the files that the last build wrote. */
  record: string;
  /** Where what the search index takes from papers is kept. */
  extracts: string;
  version: string;
  /** Called now and then with the number of files seen so far. */
  watch: (seen: number) => void;
}

/** Writes the files of the site that are no pages, those that have changed. */
export function writeFiles({ folder, record, extracts, version, watch }: WriteOptions): void {
  const output = new OutputFolder(folder, record, `${version} ${sharedByFiles()}`);
  const kept = new KeptExtracts(extracts, version);
  let seen = 0;
  const renamed = new Set<string>();
  for (const file of siteFiles(kept)) {
    const { path: name, key, named, text } = file;
    if (named && !renamed.has(named.within)) {
      output.rename(named.within, named.folder);
      renamed.add(named.within);
    }
    if (!output.keeps(name, key)) output.write(name, key, text());
    seen += 1;
    if (seen % EVERY === 0) watch(seen);
  }
  output.finish();
  kept.save();
}
