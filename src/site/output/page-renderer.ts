import type { AstroPrerenderer, RouteData } from 'astro';
import { buildAppOf, statesLike, type PageStates } from './page-states.ts';
import { sharedRenderToString } from './shared-renderer.ts';

/** A page that Astro can make. */
export interface PageToMake {
  route: RouteData;
  /** As `getStaticPaths` gives it. */
  pathname: string;
  url: URL;
}

/** The HTML of a page, or undefined where it cannot be made. */
export type RenderPage = (page: PageToMake) => Promise<string | undefined>;

/** Its status is 404 where all is well. */
const ERROR_PAGE = '/404';
/** Fewer pages are made before the other way is learned. */
const MANY = 20;

/**
 * The quickest way to the HTML of many pages of one route. Astro makes a page for a request, of
 * which a static page knows its address alone, and a response, which is read back: that takes twice
 * as long as the page. So it makes the first page of a route, and those after are made by their
 * component in the state that Astro gave to the first. The last page is made in both ways; where
 * they differ, Astro makes them all.
 */
export async function pageRenderer(
  standard: AstroPrerenderer,
  states: PageStates,
  pages: readonly PageToMake[],
): Promise<RenderPage> {
  const byRequest = unlessItFails((page) => renderByRequest(standard, page));
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last || pages.length < MANY) return byRequest;
  await byRequest(first);
  const render = await componentRenderer(standard, states, first.route);
  if (!render) return byRequest;
  const byComponent = unlessItFails(render);
  const isSame = (await byComponent(last)) === (await byRequest(last));
  return isSame ? byComponent : byRequest;
}

/** As Astro makes it. Undefined for a page that is none. */
export async function renderByRequest(
  standard: AstroPrerenderer,
  { route, url }: PageToMake,
): Promise<string | undefined> {
  const rendered = await standard.render(new Request(url), { routeData: route });
  const response = 'response' in rendered ? rendered.response : rendered;
  const isMade = response.status === 200 || route.route === ERROR_PAGE;
  return isMade ? response.text() : undefined;
}

/** Makes the pages of a route by its component; undefined where it is not known how. */
async function componentRenderer(
  standard: AstroPrerenderer,
  states: PageStates,
  route: RouteData,
): Promise<RenderPage | undefined> {
  const app = buildAppOf(standard);
  const learned = states.get(route.component);
  const paths = app?.routeCache.get(route)?.staticPaths.keyed;
  const renderToString = sharedRenderToString();
  if (!app || !learned || !paths || !renderToString) return undefined;
  const { default: component } = await app.getComponentByRoute(route);
  const stateAt = statesLike(learned);
  return async ({ pathname, url }) => {
    const path = paths.get(pathname);
    const html =
      path && (await renderToString(stateAt(url), component, path.props, {}, true, route));
    return typeof html === 'string' ? html : undefined;
  };
}

/** Whoever is left with a page that cannot be made asks Astro for it, and meets the fault there. */
function unlessItFails(render: RenderPage): RenderPage {
  return async (page) => {
    try {
      return await render(page);
    } catch {
      return undefined;
    }
  };
}
