import { sharedByFiles, siteFiles } from '../files/site-files.ts';
import { KeptExtracts } from './kept-extracts.ts';
import { OutputFolder } from './output-folder.ts';

const EVERY = 1000;

/** The part of the output folder that holds the files which are no pages. */
export function openFiles(folder: string, record: string, version: string): OutputFolder {
  return new OutputFolder(folder, record, `${version} ${sharedByFiles()}`);
}

interface WriteOptions {
  /** Where what the search index takes from papers is kept. */
  extracts: string;
  version: string;
  /** Called now and then with the number of files seen so far. */
  watch: (seen: number) => void;
}

/** Writes those that have changed. */
export function writeFiles(output: OutputFolder, options: WriteOptions): void {
  const { extracts, version, watch } = options;
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
