import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread begins with. */
export interface ThreadPlaces {
  folder: string;
  record: string;
}

/** What tells it that a build has begun. */
export interface ThreadBuild {
  version: string;
}

/**
 * A thread beside the pages, which writes all files that are none. It reads the program and the
 * digest at once, and touches nothing before it is told which build it is for. It then counts the
 * files that it has seen, and ends when all of them are there.
 */
const { folder, record } = workerData as ThreadPlaces;
const begun = new Promise<ThreadBuild>((resolve) => parentPort!.once('message', resolve));
const { writeFiles } = await import('./write-files.ts');
const { version } = await begun;
const extracts = path.join(path.dirname(record), 'search.extracts');
writeFiles({
  folder,
  record,
  extracts,
  version,
  watch: (seen) => parentPort!.postMessage(seen),
});
