import type { AstroPrerenderer } from 'astro';
import { codeVersion } from './code-version.ts';
import { CompiledSite, keyOfCompiled } from './compiled-site.ts';
import { keepPages } from './keep-pages.ts';
import { sitePlaces, type SitePlaces } from './places.ts';
import { assetsAsLeft } from './site-assets.ts';
import { OutputWorker, pinDigest, type SiteOutput } from './output-worker.ts';

/**
 * Builds the site with the code that Astro compiled for the last build, where the content alone has
 * changed since. Returns whether it did: where it could not, Astro builds, and says what is wrong.
 */
export async function rebuildSite(): Promise<boolean> {
  const places = sitePlaces();
  pinDigest();
  const site = new CompiledSite(places);
  if (!site.isThere) return false;
  const thread = new OutputWorker(places);
  const version = codeVersion(places.root);
  const key = await keyOfCompiled(version, places);
  const compiled = site.open(key);
  const assets = compiled && assetsAsLeft(places, key);
  if (!assets) {
    await thread.stop();
    return false;
  }
  const output = thread.begin(version, assets);
  if (await makePages(compiled, output, places)) {
    await output.finish();
    return true;
  }
  // Two at once would write the same files.
  await Promise.allSettled([output.files]);
  return false;
}

async function makePages(
  compiled: AstroPrerenderer,
  { pages, progress }: SiteOutput,
  places: SitePlaces,
): Promise<boolean> {
  const { setup, getStaticPaths } = keepPages(pages, places, {
    check: true,
    watch: (done, total) => progress.watch('pages', done, total),
  })(compiled);
  try {
    await setup?.();
    return (await getStaticPaths()).length === 0;
  } catch {
    return false;
  }
}
