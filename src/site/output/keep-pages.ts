import type { AstroPrerenderer } from 'astro';
import type { OutputFolder } from './output-folder.ts';

type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number] & {
  /** What `getStaticPaths` of the page says of it. */
  cacheKey?: string;
};

/**
 * Astro's way to make pages, but for those that are as the last build left them: a page whose
 * `cacheKey` is the same is not asked for again. A page without one is always made.
 */
export function keepPages(output: OutputFolder) {
  return (standard: AstroPrerenderer): AstroPrerenderer => {
    const keyed = new Map<string, string>();
    return {
      ...standard,
      name: 'keep-pages',
      getStaticPaths: async () => {
        const paths: PagePath[] = await standard.getStaticPaths();
        return paths.filter(({ pathname, route, cacheKey }) => {
          if (cacheKey === undefined || route.type !== 'page') return true;
          const name = `${pathname.replace(/^\/|\/$/g, '')}/index.html`;
          if (output.keeps(name, cacheKey)) return false;
          keyed.set(name, cacheKey);
          return true;
        });
      },
      teardown: async () => {
        await standard.teardown?.();
        for (const [name, key] of keyed) output.note(name, key);
      },
    };
  };
}
