import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { hashOf } from '../hash-of.ts';
import type { OutputFolder } from './output-folder.ts';
import { pageRenderer, renderByRequest, type PageToMake } from './page-renderer.ts';
import { buildAppOf, watchStates, type BuildApp, type PageStates } from './page-states.ts';
import type { SitePlaces } from './places.ts';
import { ASSETS } from './site-assets.ts';

/** The slashes around a path. "/" */
const SLASHES = /^\/|\/$/g;
/** Hosts look for it by this name. */
const ERROR_PAGE = '404';

type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** A page with its file. */
interface Page extends PageToMake {
  path: PagePath;
  /** Its file below the output folder: `papers/transcoders/index.html`. */
  name: string;
  /** All that it is made of, where its `getStaticPaths` says so. */
  key: string | undefined;
}

export interface KeepOptions {
  /** Called when Astro's app is there, before any page is made. */
  whenSetUp?: (app: BuildApp) => void;
  /** Whether pages that are kept would be made as they are: if not, none is made. */
  check?: boolean;
  watch?: (done: number, total: number) => void;
}

/**
 * Astro's way to make pages, but that those with a `cacheKey`, which grow with the papers, are made
 * again only if it has changed, or if another file stands beside their style sheets, whose name is on
 * them. All pages are written here: Astro's own loop takes longer for what it does around a page than
 * for the page. What could not be made is left to Astro, which says why.
 */
export function keepPages(
  output: OutputFolder,
  { outDir, home }: Pick<SitePlaces, 'outDir' | 'home'>,
  { whenSetUp, check = false, watch }: KeepOptions = {},
) {
  return (standard: AstroPrerenderer): AstroPrerenderer => {
    let states: PageStates = new Map();
    return {
      ...standard,
      name: 'keep-pages',
      setup: async () => {
        await standard.setup?.();
        const app = buildAppOf(standard);
        if (!app) return;
        states = watchStates(app);
        whenSetUp?.(app);
      },
      getStaticPaths: async () => {
        const paths = await standard.getStaticPaths();
        const pages = toPages(paths, home, path.join(outDir, ASSETS));
        const isKept = ({ name, key }: Page) => key !== undefined && output.keeps(name, key);
        const { kept = [], changed = [] } = Object.groupBy(pages, (page) =>
          isKept(page) ? 'kept' : 'changed',
        );
        if (check && !(await areMadeAsBefore(kept, standard, output))) return paths;
        const left: PagePath[] = [];
        let done = 0;
        for (const ofRoute of byRoute(changed)) {
          const render = await pageRenderer(standard, states, ofRoute);
          for (const page of ofRoute) {
            const text = await render(page);
            if (text === undefined) left.push(page.path);
            else write(output, page, text);
            watch?.(++done, changed.length);
          }
        }
        return left;
      },
    };
  };
}

/** Makes one page of each route again. */
async function areMadeAsBefore(
  kept: readonly Page[],
  standard: AstroPrerenderer,
  output: OutputFolder,
): Promise<boolean> {
  for (const [page] of byRoute(kept))
    if ((await renderByRequest(standard, page!)) !== output.read(page!.name)) return false;
  return kept.length > 0;
}

function byRoute(pages: readonly Page[]): Iterable<Page[]> {
  return Map.groupBy(pages, ({ route }) => route).values();
}

/** A page that says nothing of what it is made of is known by its text. */
function write(output: OutputFolder, { name, key }: Page, text: string): void {
  if (key) output.write(name, key, text);
  else if (!output.keeps(name, hashOf(text))) output.write(name, hashOf(text), text);
}

function toPages(paths: readonly PagePath[], home: URL, assets: string): Page[] {
  const names = hashOf(readdirSync(assets).sort());
  return paths.map((path) => {
    const { pathname, route, cacheKey } = path as PagePath & { cacheKey?: string };
    const place = pathname.replace(SLASHES, '');
    const isFile = route.type === 'endpoint';
    const folder = place === '' ? '' : `${place}/`;
    return {
      path,
      route,
      pathname,
      get url() {
        return new URL(isFile ? place : folder, home);
      },
      name: isFile ? place : place === ERROR_PAGE ? `${place}.html` : `${folder}index.html`,
      key: cacheKey && `${names} ${cacheKey}`,
    };
  });
}
