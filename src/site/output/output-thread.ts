import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { emptyFolder } from './empty-folder.ts';
import { recordedNames } from './marks.ts';

/**
 * A thread beside the pages, which writes all files that are none. It reads the program and the
 * digest at once, and touches nothing before it is told which build it is for. It says `emptied` when
 * files may be written, then counts those it has seen, and ends when all of them are there.
 */
export interface ThreadPlaces {
  folder: string;
  pageRecord: string;
  record: string;
}

export interface ThreadBuild {
  version: string;
  /** Files that the last build wrote and nobody records. */
  assets: readonly string[];
}

const { folder, pageRecord, record } = workerData as ThreadPlaces;
const begun = new Promise<ThreadBuild>((resolve) => parentPort!.once('message', resolve));
const { openFiles, writeFiles } = await import('./write-files.ts');
const { version, assets } = await begun;
const files = openFiles(folder, record, version);
emptyFolder(folder, new Set([...recordedNames(folder, pageRecord), ...files.recorded, ...assets]));
parentPort!.postMessage('emptied');
const extracts = path.join(path.dirname(record), 'search.extracts');
writeFiles(files, { extracts, version, watch: (seen) => parentPort!.postMessage(seen) });
