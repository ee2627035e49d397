import type { AstroIntegration } from 'astro';

/** Where Vite keeps what it wraps around every `import()` of a script. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';
/** What the script of every page is made of, and scripts of single pages use too. */
const SHARED = /src\/browser\/(?:keep-buttons|note-visit|reader|visit)\.ts$|preload-helper/;

/**
 * Keeps the script of every page small: an `import()` is nothing but that, where Vite would add a
 * loader of style sheets that no script here has; and what scripts share is one file.
 */
export function scriptChunks(): AstroIntegration {
  const plainImports = {
    name: 'plain-imports',
    enforce: 'pre' as const,
    load: (id: string) =>
      id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : undefined,
  };
  const output = { codeSplitting: { groups: [{ name: 'reader', test: SHARED }] } };
  return {
    name: 'script-chunks',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [plainImports],
            environments: { client: { build: { rolldownOptions: { output } } } },
          },
        });
      },
    },
  };
}
