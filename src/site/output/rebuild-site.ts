import type { AstroPrerenderer } from 'astro';
import { codeVersion } from './code-version.ts';
import { CompiledSite, keyOfCompiled } from './compiled-site.ts';
import type { Strangers } from './empty-folder.ts';
import { keepPages } from './keep-pages.ts';
import { OutputWorker, pinDigest, strangersOf, type SiteOutput } from './output-worker.ts';
import { sitePlaces, type SitePlaces } from './places.ts';
import { enterStage } from './stage-clock.ts';
import { areAssetsAsLeft, assetNames } from './site-assets.ts';

/** What can be known of a rebuild before there is a digest to make the site of. */
export interface RebuildAhead {
  version: string;
  strangers: Strangers;
}

/**
 * Looks at the program and at the output folder; undefined where there can be no rebuild. Needs no
 * digest: it may be done while that is being made.
 */
export function lookAhead(): RebuildAhead | undefined {
  const places = sitePlaces();
  if (!new CompiledSite(places).isThere) return undefined;
  try {
    const strangers = strangersOf(places, assetNames(places));
    return { version: codeVersion(places.root), strangers };
  } catch {
    // The build meets the fault again, and says what it is.
    return undefined;
  }
}

/**
 * Builds the site with the code that Astro compiled for the last build, where the content alone has
 * changed since. Returns whether it did: where it could not, Astro builds, and says what is wrong.
 * `ahead` may be a few seconds old: what comes into the output folder during a build stays in it.
 */
export async function rebuildSite(ahead: RebuildAhead): Promise<boolean> {
  enterStage('pages');
  const places = sitePlaces();
  pinDigest();
  const thread = new OutputWorker(places);
  const key = await keyOfCompiled(ahead.version, places);
  const compiled = new CompiledSite(places).open(key);
  if (!compiled || !areAssetsAsLeft(places, key)) {
    await thread.stop();
    return false;
  }
  const output = thread.begin(ahead.version, ahead.strangers);
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
