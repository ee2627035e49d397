import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroPrerenderer } from 'astro';
import { hashOf } from '../hash-of.ts';
import type { OutputFolder } from './output-folder.ts';

const FILE = 'index.html';
/** The slashes around a path. "/" */
const SLASHES = /^\/|\/$/g;

type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** A page whose `getStaticPaths` says what it is made of. */
interface KeyedPage {
  path: PagePath;
  /** Where it stands below the home page: `papers/transcoders/`. */
  folder: string;
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
 * whose name is on them. The others are written here, as soon as Astro has rendered them: its own
 * loop takes longer for what it does around a page than for the page.
 */
export function keepPages(
  output: OutputFolder,
  { home, assets }: PagePlaces,
  watch?: (done: number, total: number) => void,
) {
  return (standard: AstroPrerenderer): AstroPrerenderer => ({
    ...standard,
    name: 'keep-pages',
    getStaticPaths: async () => {
      const paths = await standard.getStaticPaths();
      const keyed = keyedPages(paths, hashOf(readdirSync(assets).sort()));
      const changed = keyed.filter(({ folder, key }) => !output.keeps(folder + FILE, key));
      const faulty = new Set<PagePath>();
      for (const [at, { path, folder, key }] of changed.entries()) {
        const html = await render(standard, path, new URL(folder, home));
        if (html) output.write(folder + FILE, key, html);
        else faulty.add(path);
        watch?.(at + 1, changed.length);
      }
      const known = new Set(keyed.map(({ path }) => path));
      // Astro meets the fault of a faulty page again, and reports it.
      return paths.filter((path) => !known.has(path) || faulty.has(path));
    },
  });
}

function keyedPages(paths: readonly PagePath[], names: string): KeyedPage[] {
  return paths.flatMap((path) => {
    const { pathname, route, cacheKey } = path as PagePath & { cacheKey?: string };
    if (cacheKey === undefined || route.type !== 'page') return [];
    return { path, folder: `${pathname.replace(SLASHES, '')}/`, key: `${names} ${cacheKey}` };
  });
}

/** The page's bytes, or undefined where it cannot be made. */
async function render(
  { render }: AstroPrerenderer,
  { route }: PagePath,
  address: URL,
): Promise<Uint8Array | undefined> {
  try {
    const rendered = await render(new Request(address), { routeData: route });
    const response = 'response' in rendered ? rendered.response : rendered;
    return response.status === 200 ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
