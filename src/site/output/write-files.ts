import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { sharedByFiles, siteFiles } from '../files/site-files.ts';
import { KeptExtracts } from './kept-extracts.ts';
import { OutputFolder } from './output-folder.ts';

/**
 * A thread beside Astro: writes the files that are no pages, those that have changed. Its messages
 * are the number of files seen so far; it ends when all of them are there.
 */
export interface FileWork {
  folder: string;
  record: string;
  version: string;
}

const EVERY = 1000;

const { folder, record, version } = workerData as FileWork;
const output = new OutputFolder(folder, record, `${version} ${sharedByFiles()}`);
const kept = new KeptExtracts(path.join(path.dirname(record), 'search.extracts'), version);
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
  if (seen % EVERY === 0) parentPort?.postMessage(seen);
}
output.finish();
kept.save();
