import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { emptyFolder } from './empty-folder.ts';
import { recordedNames } from './marks.ts';
import type { FileWork } from './write-files.ts';

/** The thread beside the pages; says `emptied` when files may be written, then counts those it has seen. */
export interface OutputWork extends FileWork {
  pageRecord: string;
  /** Files that the last build wrote and nobody records. */
  assets: readonly string[];
}

const { folder, pageRecord, record, assets } = workerData as OutputWork;
// Most of the program's modules are those of the files: to compile them takes half a second.
enableCompileCache(path.join(path.dirname(record), 'compiled-modules'));
const recorded = [pageRecord, record].flatMap((file) => recordedNames(folder, file));
emptyFolder(folder, new Set([...recorded, ...assets]));
parentPort?.postMessage('emptied');
// It reads the digest when it is loaded, which the pages need not wait for.
await import('./write-files.ts');
