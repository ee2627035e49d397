import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroPrerenderer } from 'astro';
import { hashOf } from '../hash-of.ts';
import type { OutputFolder } from './output-folder.ts';
import { pageRenderer, type PageToMake } from './page-renderer.ts';
import { buildAppOf, watchStates, type PageStates } from './page-states.ts';

/** The slashes around a path. "/" */
const SLASHES = /^\/|\/$/g;

type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** A page whose `getStaticPaths` says what it is made of. */
interface KeyedPage extends PageToMake {
  path: PagePath;
  /** Its file below the output folder: `papers/transcoders/index.html`. */
  name: string;
  key: string;
}

/** Where the pages stand: the address of the home page, and the folder of style sheets and fonts. */
export interface PagePlaces {
  home: URL;
  assets: string;
}

export function pagePlaces({ site, base, outDir, build }: AstroConfig): PagePlaces {
  return {
    home: new URL(base.replace(/\/?$/, '/'), site ?? 'http://localhost'),
    assets: path.join(fileURLToPath(outDir), build.assets),
  };
}

/**
 * Astro's way to make pages, but for those with a `cacheKey`, which grow with the papers. One that
 * is as the last build left it is not made again; all are when another file stands in `assets`,
 * whose name is on them. The others are made and written here: Astro's own loop takes longer for
 * what it does around a page than for the page.
 */
export function keepPages(
  output: OutputFolder,
  places: PagePlaces,
  watch?: (done: number, total: number) => void,
) {
  return (standard: AstroPrerenderer): AstroPrerenderer => {
    let states: PageStates = new Map();
    return {
      ...standard,
      name: 'keep-pages',
      setup: async () => {
        await standard.setup?.();
        const app = buildAppOf(standard);
        if (app) states = watchStates(app);
      },
      getStaticPaths: async () => {
        const paths = await standard.getStaticPaths();
        const keyed = keyedPages(paths, places);
        const left = new Set(keyed.filter(({ name, key }) => !output.keeps(name, key)));
        const total = left.size;
        for (const pages of Map.groupBy(left, ({ route }) => route).values()) {
          const render = await pageRenderer(standard, states, pages);
          for (const page of pages) {
            const html = await render(page);
            // Astro meets the fault of a page that cannot be made, and reports it.
            if (html === undefined) continue;
            output.write(page.name, page.key, html);
            left.delete(page);
            watch?.(total - left.size, total);
          }
        }
        const done = new Set(keyed.filter((page) => !left.has(page)).map(({ path }) => path));
        return paths.filter((path) => !done.has(path));
      },
    };
  };
}

function keyedPages(paths: readonly PagePath[], { home, assets }: PagePlaces): KeyedPage[] {
  const names = hashOf(readdirSync(assets).sort());
  return paths.flatMap((path) => {
    const { pathname, route, cacheKey } = path as PagePath & { cacheKey?: string };
    if (cacheKey === undefined || route.type !== 'page') return [];
    const folder = `${pathname.replace(SLASHES, '')}/`;
    const url = new URL(folder, home);
    return { path, route, pathname, url, name: `${folder}index.html`, key: `${names} ${cacheKey}` };
  });
}
