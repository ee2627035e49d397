import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { codeVersion } from './code-version.ts';
import { OutputFolder } from './output-folder.ts';
import type { OutputWork } from './output-thread.ts';
import type { SitePlaces } from './places.ts';
import { showProgress, type Progress } from './progress.ts';

/** The output of a build that has begun. */
export interface SiteOutput {
  pages: OutputFolder;
  progress: Progress;
  /** What no file of this or the last build is, has been removed: files may be written. */
  emptied: Promise<void>;
  /** The files beside the pages; fails where one could not be written. */
  files: Promise<void>;
  /** To be called when all pages are there; ends when the files are too. */
  finish(): Promise<void>;
}

/** Fonts, pages and files of a build are made from one generation of the digest. */
export function pinDigest(): void {
  const published = process.env['DIGEST_DIR'] || '.digest';
  if (existsSync(published)) process.env['DIGEST_DIR'] = realpathSync(published);
}

/**
 * Begins a build: a thread empties the output folder but for what may be kept, and then writes all
 * files that are no pages. As early as can be: where little has changed they take longer than the
 * pages. `assets`, by name below the folder, stay as they are.
 */
export function startOutput(
  { root, outDir, cacheDir }: SitePlaces,
  assets: readonly string[] = [],
): SiteOutput {
  const version = codeVersion(root);
  const [pageRecord, record] = ['pages', 'files'].map((name) =>
    path.join(cacheDir, `${name}.record`),
  ) as [string, string];
  const pages = new OutputFolder(outDir, pageRecord, version);
  const progress = showProgress();
  let arePagesDone = false;
  const work = { folder: outDir, pageRecord, record, version, assets };
  const { emptied, done } = runThread(work, (count) => {
    if (arePagesDone) progress.watch('files', count);
  });
  return {
    pages,
    progress,
    emptied,
    files: done,
    finish: async () => {
      arePagesDone = true;
      await done;
      pages.finish();
      progress.done();
    },
  };
}

function runThread(work: OutputWork, watch: (done: number) => void) {
  const worker = new Worker(new URL('./output-thread.ts', import.meta.url), { workerData: work });
  const done = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  const emptied = new Promise<void>((resolve, reject) => {
    worker.on('message', (count: number | 'emptied') => {
      if (count === 'emptied') resolve();
      else watch(count);
    });
    done.then(() => resolve(), reject);
  });
  // Failures are met where these are awaited; until then they are nobody's unhandled rejections.
  for (const promise of [done, emptied]) promise.catch(() => {});
  return { emptied, done };
}
