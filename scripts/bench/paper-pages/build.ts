import path from 'node:path';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { codeVersion } from '../../../src/site/output/code-version.ts';
import { CompiledSite, keyOfCompiled } from '../../../src/site/output/compiled-site.ts';
import { keepPages } from '../../../src/site/output/keep-pages.ts';
import { OutputFolder } from '../../../src/site/output/output-folder.ts';
import { sitePlaces } from '../../../src/site/output/places.ts';
import { loadAstro } from '../../load-astro.ts';

/** `scripts/build-pages.ts` for the pages of papers alone, from the digest that `DIGEST_DIR` names. */
const places = sitePlaces();
const version = codeVersion(places.root);
const output = new OutputFolder(places.outDir, path.join(places.cacheDir, 'pages.record'), version);
const compiled = new CompiledSite(places).open(await keyOfCompiled(version, places));
if (compiled) {
  const pages = keepPages(output, places, { check: true })(compiled);
  await pages.setup?.();
  const left = await pages.getStaticPaths();
  if (left.length > 0) throw new Error(`Unexpected pages that were not made: ${left.length}`);
  output.finish();
} else {
  const [{ build }, { default: config }, { paperPages }] = await Promise.all([
    loadAstro(),
    import('../../../astro.config.mjs'),
    import('./integration.ts'),
  ]);
  const others = config.integrations!.filter(
    (one) => (one as AstroIntegration).name !== 'site-output',
  );
  await build({
    ...(config as AstroInlineConfig),
    configFile: false,
    logLevel: 'warn',
    // A folder without pages; those of papers are added by name.
    srcDir: '.cache/bench/no-pages',
    integrations: [...others, paperPages(output, places)],
  });
}
