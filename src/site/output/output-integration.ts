import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { codeVersion } from './code-version.ts';
import { CompiledSite, keyOfCompiled } from './compiled-site.ts';
import { copyAssets } from './copy-assets.ts';
import { keepPages } from './keep-pages.ts';
import type { BuildApp } from './page-states.ts';
import { homeOf, type SitePlaces } from './places.ts';
import { serveFiles } from './serve-files.ts';
import { shareRenderer } from './shared-renderer.ts';
import { noteAssets } from './site-assets.ts';
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
  let compiledDir: string | undefined;
  let compiled: CopiedCode | undefined;

  const noteCompiledDir = {
    name: 'note-compiled-dir',
    applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
    writeBundle: ({ dir }: { dir?: string }) => {
      compiledDir = dir;
    },
  };

  return {
    name: 'site-output',
    hooks: {
      'astro:config:setup': ({ command, config: asked, updateConfig, injectScript }) => {
        updateConfig({
          vite: {
            build: { emptyOutDir: false },
            plugins: [copyAssets(() => config), noteCompiledDir],
          },
        });
        if (command !== 'build') return;
        shareRenderer(injectScript);
        pinDigest();
        output = new OutputWorker(placesOf(asked)).begin();
      },
      'astro:config:done': ({ config: done }) => {
        config = done;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(
          keepPages(output.pages, placesOf(config), {
            watch: (done, total) => output.progress.watch('pages', done, total),
            // Astro removes its code when all pages are made.
            whenSetUp: (app) => {
              if (compiledDir) compiled = copyCompiled(placesOf(config), compiledDir, app);
            },
          }),
        );
      },
      'astro:build:done': async ({ logger }) => {
        await output.finish();
        // Astro knows only of pages that it has written itself.
        const { written, size } = output.pages;
        logger.info(`${written} of ${size} pages made, the others kept`);
        await compiled?.keep();
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

interface CopiedCode {
  /** To be called last of all: what is kept is a build that went well. */
  keep: () => Promise<void>;
}

/** Undefined where it cannot be copied: the next build then takes longer. */
function copyCompiled(
  places: SitePlaces,
  compiledDir: string,
  app: BuildApp,
): CopiedCode | undefined {
  const site = new CompiledSite(places);
  try {
    site.copy(compiledDir);
  } catch {
    return undefined;
  }
  const keep = async () => {
    const key = await keyOfCompiled(codeVersion(places.root), places);
    noteAssets(places, key);
    site.keep(key, app);
  };
  return { keep: () => keep().catch(() => {}) };
}
