import { defineConfig } from 'astro/config';
import { searchIndexFiles } from './src/site/search-index-files.ts';

export default defineConfig({
  site: process.env.SITE_URL,
  base: process.env.BASE_PATH ?? '/',
  outDir: process.env.OUT_DIR ?? 'dist',
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  build: { inlineStylesheets: 'never', format: 'directory' },
  integrations: [searchIndexFiles()],
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
});
