import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { codeVersion } from './code-version.ts';
import { OutputFolder } from './output-folder.ts';
import type { ThreadBuild, ThreadPlaces } from './output-thread.ts';
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
 * A thread that empties the output folder but for what may be kept, and then writes all files that
 * are no pages. Started as early as can be: where little has changed they take longer than the pages.
 * Until a build begins it reads alone.
 */
export class OutputWorker {
  private readonly places: SitePlaces;
  private readonly worker: Worker;
  private readonly done: Promise<void>;

  constructor(places: SitePlaces) {
    this.places = places;
    const work: ThreadPlaces = {
      folder: places.outDir,
      pageRecord: recordIn(places, 'pages'),
      record: recordIn(places, 'files'),
    };
    this.worker = new Worker(new URL('./output-thread.ts', import.meta.url), {
      workerData: work,
      // Most of the program's modules are those of the files: to compile them takes half a second.
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(places.cacheDir, 'compiled-modules') },
    });
    this.done = heard(
      new Promise<void>((resolve, reject) => {
        this.worker.once('error', reject);
        this.worker.once('exit', () => resolve());
      }),
    );
  }

  /** Begins a build; files in `assets`, by name below the folder, stay as they are. */
  begin(version = codeVersion(this.places.root), assets: readonly string[] = []): SiteOutput {
    const { outDir } = this.places;
    const pages = new OutputFolder(outDir, recordIn(this.places, 'pages'), version);
    const progress = showProgress();
    let arePagesDone = false;
    const emptied = this.whenEmptied((count) => {
      if (arePagesDone) progress.watch('files', count);
    });
    this.worker.postMessage({ version, assets } satisfies ThreadBuild);
    return {
      pages,
      progress,
      emptied,
      files: this.done,
      finish: async () => {
        arePagesDone = true;
        await this.done;
        pages.finish();
        progress.done();
      },
    };
  }

  /** Where there is no build for it. */
  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private whenEmptied(watch: (done: number) => void): Promise<void> {
    return heard(
      new Promise<void>((resolve, reject) => {
        this.worker.on('message', (count: number | 'emptied') => {
          if (count === 'emptied') resolve();
          else watch(count);
        });
        this.done.then(() => resolve(), reject);
      }),
    );
  }
}

const recordIn = ({ cacheDir }: SitePlaces, part: 'pages' | 'files'): string =>
  path.join(cacheDir, `${part}.record`);

/** A failure is met where the promise is awaited; until then it is nobody's unhandled rejection. */
function heard(promise: Promise<void>): Promise<void> {
  promise.catch(() => {});
  return promise;
}
