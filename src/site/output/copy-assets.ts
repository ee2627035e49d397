import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

/**
 * A Vite plugin for an output folder outside of the project. Astro builds style sheets and fonts
 * inside of the project and then renames them into the output folder, which fails where that is on
 * another disk. Copied before, they are no longer there to be renamed.
 */
export function copyAssets(config: () => AstroConfig) {
  return {
    name: 'copy-assets',
    applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
    writeBundle: ({ dir = '' }: { dir?: string }) => {
      const { outDir, build } = config();
      const built = path.join(dir, build.assets);
      const target = path.join(fileURLToPath(outDir), build.assets);
      if (!path.relative(fileURLToPath(outDir), dir).startsWith('..')) return;
      cpSync(built, target, { recursive: true });
      rmSync(built, { recursive: true });
    },
  };
}
