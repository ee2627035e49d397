import type { HookParameters } from 'astro';
import type { renderToString } from 'astro/runtime/server/index.js';

type RenderToString = typeof renderToString;

/** The global property that holds it: a name that nobody else takes. */
export const SHARED = 'offprint:render-to-string';

/**
 * Lets the pages share the function that renders them. They are compiled together with a copy of
 * Astro's runtime; another copy does not know their templates from other objects, and takes a long
 * way round.
 */
export function shareRenderer(inject: HookParameters<'astro:config:setup'>['injectScript']): void {
  inject(
    'page-ssr',
    `import { renderToString } from 'astro/runtime/server/index.js';
globalThis['${SHARED}'] = renderToString;`,
  );
}

/** The function that the pages share, once one of them is loaded. */
export function sharedRenderToString(): RenderToString | undefined {
  return (globalThis as { [SHARED]?: RenderToString })[SHARED];
}
