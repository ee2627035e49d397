import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { copyAssets } from './copy-assets.ts';
import { compiledCode } from './keep-compiled.ts';
import { keepPages } from './keep-pages.ts';
import { homeOf, type SitePlaces } from './places.ts';
import { serveFiles } from './serve-files.ts';
import { OutputWorker, pinDigest, type SiteOutput } from './output-worker.ts';

/**
 * What stands in the output folder, and who writes it. Pages are Astro's, but only those that have
 * changed since the last build; all other files that grow with the papers are written meanwhile by
 * a thread of its own. Files that did not change are left as they are. The compiled code is kept for
 * `rebuildSite`. In development the files are made when they are asked for.
 */
export function siteOutput(): AstroIntegration {
  let config: AstroConfig;
  let output: SiteOutput;
  const compiled = compiledCode();
  return {
    name: 'site-output',
    hooks: {
      'astro:config:setup': (hook) => {
        hook.updateConfig({
          vite: { build: { emptyOutDir: false }, plugins: [copyAssets(() => config)] },
        });
        if (hook.command !== 'build') return;
        compiled.watch(hook);
        pinDigest();
        output = new OutputWorker(placesOf(hook.config)).begin();
      },
      'astro:config:done': ({ config: done }) => {
        config = done;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(
          keepPages(output.pages, placesOf(config), {
            watch: (done, total) => output.progress.watch('pages', done, total),
            whenSetUp: (app) => compiled.copy(placesOf(config), app),
          }),
        );
      },
      'astro:build:done': async ({ logger }) => {
        await output.finish();
        // Astro knows only of pages that it has written itself.
        const { written, size } = output.pages;
        logger.info(`${written} of ${size} pages made, the others kept`);
        await compiled.keep();
      },
      'astro:server:setup': ({ server }) => serveFiles(server),
    },
  };
}

function placesOf({ root, outDir, cacheDir, site, base }: AstroConfig): SitePlaces {
  return {
    root: folderOf(root),
    outDir: folderOf(outDir),
    cacheDir: folderOf(cacheDir),
    home: homeOf(site, base),
  };
}

/** Without a slash at its end. */
const folderOf = (url: URL): string => path.resolve(fileURLToPath(url));
