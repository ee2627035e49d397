import type { AstroPrerenderer } from 'astro';
import { CompiledSite, keyOfCompiled } from './compiled-site.ts';
import { keepPages } from './keep-pages.ts';
import { sitePlaces, type SitePlaces } from './places.ts';
import { assetsAsLeft } from './site-assets.ts';
import { pinDigest, startOutput, type SiteOutput } from './start-output.ts';

/**
 * Builds the site with the code that Astro compiled for the last build, where the content alone has
 * changed since. Returns whether it did: where it could not, Astro builds, and says what is wrong.
 */
export async function rebuildSite(): Promise<boolean> {
  const places = sitePlaces();
  pinDigest();
  const key = await keyOfCompiled(places);
  const compiled = new CompiledSite(places).open(key);
  const assets = compiled && assetsAsLeft(places, key);
  if (!assets) return false;
  const output = startOutput(places, assets);
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
  { pages, emptied, progress }: SiteOutput,
  places: SitePlaces,
): Promise<boolean> {
  const { setup, getStaticPaths } = keepPages(pages, places, {
    check: true,
    ready: emptied,
    watch: (done, total) => progress.watch('pages', done, total),
  })(compiled);
  try {
    await setup?.();
    return (await getStaticPaths()).length === 0;
  } catch {
    return false;
  }
}
