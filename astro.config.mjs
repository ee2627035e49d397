import { fonts } from './src/site/fonts/fonts-integration.ts';
import { hostHeaders } from './src/site/host-headers.ts';
import { scriptChunks } from './src/site/script-chunks.ts';
import { siteOutput } from './src/site/output/output-integration.ts';
import { outDir, siteCacheDir } from './src/site/output/places.ts';

/**
 * Without `defineConfig`, which returns what it is given: its module loads what Astro does with images
 * and fonts, which no page here has done by it.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || '/',
  outDir: outDir(),
  // Pages that did not change are kept between builds, below this folder.
  cacheDir: siteCacheDir(),
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  build: { inlineStylesheets: 'never', format: 'directory' },
  integrations: [siteOutput(), fonts(), scriptChunks(), hostHeaders()],
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
};
