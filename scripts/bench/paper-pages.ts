import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import config from '../../astro.config.mjs';
import { keepPages } from '../../src/site/output/keep-pages.ts';
import { OutputFolder } from '../../src/site/output/output-folder.ts';
import { homeOf } from '../../src/site/output/places.ts';
import { shareRenderer } from '../../src/site/output/shared-renderer.ts';

const PAPER_PAGES = 'src/pages/papers/[id].astro';

/** The site's own configuration, but that the pages of papers are all that is compiled and made. */
export default {
  ...config,
  // A folder without pages; those of papers are added by name.
  srcDir: '.cache/bench/no-pages',
  integrations: [
    ...config.integrations!.filter((one) => (one as AstroIntegration).name !== 'site-output'),
    paperPages(),
  ],
};

function paperPages(): AstroIntegration {
  let config: AstroConfig;
  let output: OutputFolder;
  return {
    name: 'paper-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig, injectRoute, injectScript }) => {
        injectRoute({ pattern: '/papers/[id]', entrypoint: PAPER_PAGES });
        shareRenderer(injectScript);
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done': ({ config: done }) => {
        config = done;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const folder = fileURLToPath(config.outDir);
        const record = path.join(fileURLToPath(config.cacheDir), 'paper-pages.ndjson');
        output = new OutputFolder(folder, record, '');
        const keep = keepPages(output, { outDir: folder, home: homeOf(config.site, config.base) });
        setPrerenderer(keep);
      },
      'astro:build:done': () => output.finish(),
    },
  };
}
