import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { codeVersion } from './code-version.ts';
import { removeStrangers, strangersIn, type Strangers } from './empty-folder.ts';
import { recordedNames } from './marks.ts';
import { OutputFolder } from './output-folder.ts';
import type { ThreadBuild, ThreadPlaces } from './output-thread.ts';
import { digestDir, TRACE_OF_SITE, type SitePlaces } from './places.ts';
import { showProgress, type Progress } from './progress.ts';
import { enterStage } from './stage-clock.ts';

/** The output of a build that has begun. */
export interface SiteOutput {
  pages: OutputFolder;
  progress: Progress;
  /** The files beside the pages; fails where one could not be written. */
  files: Promise<void>;
  /** To be called when all pages are there; ends when the files are too. */
  finish(): Promise<void>;
}

/** Fonts, pages and files of a build are made from one generation of the digest. */
export function pinDigest(): void {
  const published = digestDir();
  if (existsSync(published)) process.env['DIGEST_DIR'] = realpathSync(published);
}

/**
 * A thread that writes all files that are no pages. Started as early as can be: where little has
 * changed they take longer than the pages. Until a build begins it reads alone.
 */
export class OutputWorker {
  private readonly places: SitePlaces;
  private readonly worker: Worker;
  private readonly done: Promise<void>;

  constructor(places: SitePlaces) {
    this.places = places;
    const work: ThreadPlaces = {
      folder: places.outDir,
      record: recordIn(places, 'files'),
    };
    this.worker = new Worker(new URL('./output-thread.ts', import.meta.url), {
      workerData: work,
      // Most of the program's modules are those of the files: to compile them takes half a second.
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(places.cacheDir, 'compiled-modules') },
    });
    // A build that fails before it begins ends without it.
    this.worker.unref();
    this.done = new Promise<void>((resolve, reject) => {
      this.worker.once('error', reject);
      this.worker.once('exit', () => resolve());
    });
    // Its failure is met at the end; until then it is nobody's unhandled rejection.
    this.done.catch(() => {});
  }

  /**
   * Begins a build: empties the output folder but for what may be kept, while the thread still reads.
   */
  begin(
    version = codeVersion(this.places.root),
    strangers: Strangers = strangersOf(this.places),
  ): SiteOutput {
    const { outDir } = this.places;
    emptyFolder(outDir, strangers);
    const pages = new OutputFolder(outDir, recordIn(this.places, 'pages'), version);
    const progress = showProgress();
    let arePagesDone = false;
    this.worker.on('message', (count: number) => {
      if (arePagesDone) progress.watch('files', count);
    });
    this.worker.ref();
    this.worker.postMessage({ version } satisfies ThreadBuild);
    return {
      pages,
      progress,
      files: this.done,
      finish: async () => {
        arePagesDone = true;
        enterStage('files');
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
}

/** Removes the strangers, and leaves the trace. */
function emptyFolder(outDir: string, strangers: Strangers): void {
  const traceLast = [
    ...strangers.filter((name) => name !== TRACE_OF_SITE),
    ...strangers.filter((name) => name === TRACE_OF_SITE),
  ];
  removeStrangers(outDir, traceLast);
  mkdirSync(path.join(outDir, TRACE_OF_SITE), { recursive: true });
}

/**
 * What the last build did not leave in the output folder, besides `assets`, which Astro wrote. A
 * large folder takes half a second.
 */
export function strangersOf(places: SitePlaces, assets: readonly string[] = []): Strangers {
  const { outDir } = places;
  const pages = recordedNames(outDir, recordIn(places, 'pages'));
  const files = recordedNames(outDir, recordIn(places, 'files'));
  return strangersIn(outDir, new Set([...pages, ...files, ...assets]));
}

const recordIn = ({ cacheDir }: SitePlaces, part: 'pages' | 'files'): string =>
  path.join(cacheDir, `${part}.record`);
