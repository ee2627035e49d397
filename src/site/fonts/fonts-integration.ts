import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { subsetFonts } from './subset-fonts.ts';
import { usedCharacters } from './used-characters.ts';

/**
 * Cuts the fonts to the characters of the digest before a build, and lets style sheets and pages
 * reach them as `#fonts/…`.
 */
export function fonts(): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ updateConfig }) => {
        const used = usedCharacters(process.env['DIGEST_DIR'] ?? '.digest');
        const folder = await subsetFonts(used, path.resolve('.cache/fonts'));
        updateConfig({ vite: { resolve: { alias: { '#fonts': folder } } } });
      },
    },
  };
}
