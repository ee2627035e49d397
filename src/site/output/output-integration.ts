import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroConfig, AstroIntegration } from 'astro';
import { codeVersion } from './code-version.ts';
import { copyAssets } from './copy-assets.ts';
import { emptyFolder } from './empty-folder.ts';
import { keepPages, pagePlaces } from './keep-pages.ts';
import { recordedNames } from './marks.ts';
import { OutputFolder } from './output-folder.ts';
import { showProgress } from './progress.ts';
import { serveFiles } from './serve-files.ts';
import type { FileWork } from './write-files.ts';

/**
 * What stands in the output folder, and who writes it. Pages are Astro's, but only those that have
 * changed since the last build; all other files that grow with the papers are written meanwhile by
 * a thread of its own. Files that did not change are left as they are. In development the files are
 * made when they are asked for.
 */
export function siteOutput(): AstroIntegration {
  let config: AstroConfig;
  let pages: OutputFolder;
  let files: Promise<void>;
  let arePagesDone = false;
  const progress = showProgress();

  /** As early as can be: where little has changed the files take longer than the pages. */
  const begin = ({ root, outDir, cacheDir }: AstroConfig) => {
    pinDigest();
    const version = codeVersion(fileURLToPath(root));
    const folder = fileURLToPath(outDir);
    const pageRecord = path.join(fileURLToPath(cacheDir), 'pages.record');
    const fileRecord = path.join(fileURLToPath(cacheDir), 'files.record');
    const kept = [pageRecord, fileRecord].flatMap((record) => recordedNames(folder, record));
    emptyFolder(folder, new Set(kept));
    pages = new OutputFolder(folder, pageRecord, version);
    files = writeFiles({ folder, record: fileRecord, version }, (done) => {
      if (arePagesDone) progress.watch('files', done);
    });
    // Its failure is met at the end; until then it is nobody's unhandled rejection.
    files.catch(() => {});
  };

  return {
    name: 'site-output',
    hooks: {
      'astro:config:setup': ({ command, config: asked, updateConfig }) => {
        updateConfig({
          vite: { build: { emptyOutDir: false }, plugins: [copyAssets(() => config)] },
        });
        if (command === 'build') begin(asked);
      },
      'astro:config:done': ({ config: done }) => {
        config = done;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(
          keepPages(pages, pagePlaces(config), (done, total) =>
            progress.watch('pages', done, total),
          ),
        );
      },
      'astro:build:done': async () => {
        arePagesDone = true;
        await files;
        pages.finish();
        progress.done();
      },
      'astro:server:setup': ({ server }) => serveFiles(server),
    },
  };
}

/** Fonts, pages and files of a build are made from one generation of the digest. */
function pinDigest(): void {
  const published = process.env['DIGEST_DIR'] || '.digest';
  if (existsSync(published)) process.env['DIGEST_DIR'] = realpathSync(published);
}

function writeFiles(work: FileWork, watch: (done: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./write-files.ts', import.meta.url), { workerData: work });
    worker.on('message', watch);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
