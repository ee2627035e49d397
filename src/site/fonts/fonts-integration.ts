import type { AstroIntegration } from 'astro';
import { fontFolder } from './font-folder.ts';

/**
 * Cuts the fonts to the characters of the digest before a build, and lets style sheets and pages
 * reach them as `#fonts/…`.
 */
export function fonts(): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ updateConfig }) => {
        updateConfig({ vite: { resolve: { alias: { '#fonts': await fontFolder() } } } });
      },
    },
  };
}
