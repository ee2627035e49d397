import { readdirSync } from 'node:fs';
import type { AstroPrerenderer } from 'astro';
import { hashOf } from '../hash-of.ts';
import type { OutputFolder } from './output-folder.ts';

type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number] & {
  /** What `getStaticPaths` of the page says of it. */
  cacheKey?: string;
};

/**
 * Astro's way to make pages, but for those that are as the last build left them: a page whose
 * `cacheKey` is the same is not asked for again. A page without one is always made. All pages are
 * made anew when another file stands in `assets`: its name is on them.
 */
export function keepPages(
  output: OutputFolder,
  assets: string,
  watch?: (done: number, total: number) => void,
) {
  return (standard: AstroPrerenderer): AstroPrerenderer => {
    const keyed = new Map<string, string>();
    let [made, total] = [0, 0];
    return {
      ...standard,
      name: 'keep-pages',
      getStaticPaths: async () => {
        const paths: PagePath[] = await standard.getStaticPaths();
        const names = hashOf(readdirSync(assets).sort());
        const wanted = paths.filter(({ pathname, route, cacheKey }) => {
          if (cacheKey === undefined || route.type !== 'page') return true;
          const name = `${pathname.replace(/^\/|\/$/g, '')}/index.html`;
          const key = `${names} ${cacheKey}`;
          if (output.keeps(name, key)) return false;
          keyed.set(name, key);
          return true;
        });
        total = wanted.length;
        return wanted;
      },
      render: (request, options) => {
        watch?.((made += 1), total);
        return standard.render(request, options);
      },
      teardown: async () => {
        await standard.teardown?.();
        for (const [name, key] of keyed) output.note(name, key);
      },
    };
  };
}
