import type { AstroIntegration } from 'astro';
import { keepPages } from '../../../src/site/output/keep-pages.ts';
import { compiledCode } from '../../../src/site/output/keep-compiled.ts';
import type { OutputFolder } from '../../../src/site/output/output-folder.ts';
import type { SitePlaces } from '../../../src/site/output/places.ts';

/** As `siteOutput`, but that the pages of papers are all that is compiled and made. */
export function paperPages(output: OutputFolder, places: SitePlaces): AstroIntegration {
  const compiled = compiledCode();
  return {
    name: 'paper-pages',
    hooks: {
      'astro:config:setup': (hook) => {
        hook.injectRoute({ pattern: '/papers/[id]', entrypoint: 'src/pages/papers/[id].astro' });
        hook.updateConfig({ vite: { build: { emptyOutDir: false } } });
        compiled.watch(hook);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(
          keepPages(output, places, { whenSetUp: (app) => compiled.copy(places, app) }),
        );
      },
      'astro:build:done': async () => {
        output.finish();
        await compiled.keep();
      },
    },
  };
}
