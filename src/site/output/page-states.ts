import type { AstroPrerenderer, RouteData, SSRManifest, SSRResult } from 'astro';

/** What Astro's own prerenderer holds, once it is set up, besides the interface of all prerenderers. */
export interface BuildApp {
  manifest: SSRManifest;
  getComponentByRoute(route: RouteData): Promise<Page>;
  /** The build that it works for. */
  getOptions(): {
    settings: { scripts: unknown[] };
    allPages: Record<string, { styles: unknown[] }>;
  };
  /** What `getStaticPaths` of a route gave, by pathname. */
  routeCache: {
    get(route: RouteData): { staticPaths: { keyed: Map<string, { props?: object }> } } | undefined;
  };
}

type Page = Awaited<ReturnType<LoadedPage['page']>>;
type LoadedPage = Awaited<ReturnType<Load>>;
type Load = NonNullable<SSRManifest['pageMap']> extends Map<string, infer Value> ? Value : never;

/** How Astro is about to write a page, by the file of its route: its styles, scripts and options. */
export type PageStates = ReadonlyMap<string, SSRResult>;

export const buildAppOf = (standard: AstroPrerenderer): BuildApp | undefined =>
  (standard as { app?: BuildApp }).app;

/**
 * Learns the state that Astro hands to the component of a route, when it makes the first page of it.
 * Called before any page is asked for.
 */
export function watchStates({ manifest: { pageMap } }: BuildApp): PageStates {
  const states = new Map<string, SSRResult>();
  for (const [file, load] of pageMap ?? []) {
    let watched: Promise<LoadedPage> | undefined;
    pageMap!.set(
      file,
      () => (watched ??= watch(load, (state) => states.set(file, copier(state)()))),
    );
  }
  return states;
}

/** The states for pages of the same route, each at an address of its own. */
export function statesLike(learned: SSRResult): (url: URL) => SSRResult {
  const copy = copier(learned);
  return (url) => ({
    ...copy(),
    createAstro: (props, slots) => Object.assign(learned.createAstro(props, slots), { url }),
  });
}

async function watch(load: Load, learn: (state: SSRResult) => void): Promise<LoadedPage> {
  const loaded = await load();
  const page = await loaded.page();
  if (!page.default) return loaded;
  let isLearned = false;
  const component: Page['default'] = (state, props, slots) => {
    if (!isLearned) learn(state);
    isLearned = true;
    return page.default(state, props, slots);
  };
  const watched = { ...page, default: Object.assign(component, page.default) };
  return { ...loaded, page: () => Promise.resolve(watched) };
}

/** While a page is made, it notes in the sets and lists of its state what it has written. */
function copier(state: SSRResult): () => SSRResult {
  const { _metadata: notes } = state;
  const copyState = listCopier(state);
  const copyNotes = listCopier(notes);
  return () => ({ ...copyState(), _metadata: copyNotes() });
}

/** Makes copies of an object with sets and lists of their own. */
function listCopier<Value extends object>(value: Value): () => Value {
  const lists = Object.entries(value).filter(
    (entry): entry is [string, Set<unknown> | unknown[]] =>
      entry[1] instanceof Set || Array.isArray(entry[1]),
  );
  return () => {
    const own: Record<string, unknown> = {};
    for (const [name, list] of lists)
      own[name] = list instanceof Set ? new Set(list) : list.slice();
    return { ...value, ...own };
  };
}
