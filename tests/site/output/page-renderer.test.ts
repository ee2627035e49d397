import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AstroPrerenderer, RouteData } from 'astro';
import { createComponent, render, renderToString } from 'astro/runtime/server/index.js';
import { pageRenderer } from '../../../src/site/output/page-renderer.ts';
import { watchStates, type BuildApp } from '../../../src/site/output/page-states.ts';
import { SHARED } from '../../../src/site/output/shared-renderer.ts';

const route = { route: '/papers/[id]', component: 'papers/[id].astro' } as RouteData;
const pages = Array.from({ length: 30 }, (_, at) => ({
  route,
  pathname: `/papers/${at}`,
  url: new URL(`https://digest.example/papers/${at}/`),
}));

/** As much of the state of a page as a component without a head asks for. */
const state = () => ({
  styles: new Set(),
  scripts: new Set(),
  links: new Set(),
  componentMetadata: new Map(),
  clientDirectives: new Map(),
  createAstro: (props: object) => ({ props, url: pages[0]!.url }),
  _metadata: { propagators: new Set(), extraHead: [], templateDepth: 0 },
});

/** A stand-in for Astro; `say` is what it adds to the pages that it makes for a request. */
async function makeAll(say: (url: URL) => string, shared?: typeof renderToString) {
  Object.assign(globalThis, { [SHARED]: shared });
  const component = createComponent((result: ReturnType<typeof state>, props: { name: string }) => {
    const { url } = result.createAstro(props);
    return render`<!doctype html><p>${props.name} at ${url.pathname}</p>`;
  });
  const keyed = new Map(pages.map(({ pathname }) => [pathname, { props: { name: pathname } }]));
  const pageMap = new Map([
    [route.component, async () => ({ page: async () => ({ default: component }) })],
  ]);
  const load = async () => (await pageMap.get(route.component)!()).page();
  const app = {
    manifest: { pageMap },
    getComponentByRoute: load,
    routeCache: { get: () => ({ staticPaths: { keyed } }) },
  };
  let requests = 0;
  const standard = {
    app,
    render: async ({ url }: Request) => {
      requests += 1;
      const address = new URL(url);
      (await load()).default(state(), { name: '' }, {});
      const { pathname } = address;
      const name = pathname.slice(0, -1);
      return new Response(`<!doctype html><p>${name} at ${pathname}</p>${say(address)}`);
    },
  } as unknown as AstroPrerenderer;
  const states = watchStates(app as unknown as BuildApp);
  const renderPage = await pageRenderer(standard, states, pages);
  const made = [];
  for (const page of pages) made.push(await renderPage(page));
  return { made, requests };
}

test('many pages are made by their component, each with its own address', async () => {
  const { made, requests } = await makeAll(() => '', renderToString);
  assert.equal(made[7], '<!doctype html><p>/papers/7 at /papers/7/</p>');
  assert.equal(new Set(made).size, pages.length);
  assert.equal(requests, 2);
});

test('where its component alone gives another page, Astro makes them all', async () => {
  const { made } = await makeAll(({ pathname }) => `<i>${pathname}</i>`, renderToString);
  assert.equal(made[7], '<!doctype html><p>/papers/7 at /papers/7/</p><i>/papers/7/</i>');
});

test('where the pages share no way to render them, Astro makes them all', async () => {
  const { made, requests } = await makeAll(() => '');
  assert.equal(made[7], '<!doctype html><p>/papers/7 at /papers/7/</p>');
  assert.ok(requests >= pages.length);
});

test('a page that cannot be made is left to Astro', async () => {
  const { made } = await makeAll(({ pathname }) => {
    if (pathname === '/papers/7/') throw new Error('no page');
    return '<i>';
  }, renderToString);
  assert.equal(made[7], undefined);
  assert.ok(made[8]?.endsWith('<i>'));
});
