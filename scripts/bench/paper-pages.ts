import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import config from '../../astro.config.mjs';
import { keepPages } from '../../src/site/output/keep-pages.ts';
import { OutputFolder } from '../../src/site/output/output-folder.ts';
import { homeOf } from '../../src/site/output/places.ts';

const PAPER_PAGES = 'src/pages/papers/[id].astro';

/** The site's own configuration, but that the pages of papers are all that is made. */
export default {
  ...config,
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
      'astro:config:setup': ({ updateConfig }) => {
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
        setPrerenderer((standard) => {
          const all = standard.getStaticPaths;
          standard.getStaticPaths = async () =>
            (await all()).filter(({ route }) => route.component === PAPER_PAGES);
          return keep(standard);
        });
      },
      'astro:build:done': () => output.finish(),
    },
  };
}
