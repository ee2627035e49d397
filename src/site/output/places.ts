import path from 'node:path';

/** Where a build writes, and where the site will stand. */
export interface SitePlaces {
  /** The project. */
  root: string;
  outDir: string;
  /** Records of what the last build wrote. */
  cacheDir: string;
  /** The address of the home page. */
  home: URL;
}

/**
 * A folder that stands in the output folder of every build, for the feeds of papers with code, and in
 * hardly any other. It is made before all else and goes last: by it a later build knows the output
 * folder as a site's, whenever this one may be killed.
 */
export const TRACE_OF_SITE = 'with-code';

/** `OUT_DIR`: the folder of the built site. */
export const outDir = () => process.env['OUT_DIR'] || 'dist';

/** `DIGEST_DIR`: the folder of the digest, which the site is made from. */
export const digestDir = () => process.env['DIGEST_DIR'] || '.digest';

/** `CACHE_DIR`: what is kept of one build for the next; may be deleted at any time. */
export const cacheDir = () => process.env['CACHE_DIR'] || '.cache';

/** What is kept there of the site, beside Astro's own. */
export const siteCacheDir = () => path.join(cacheDir(), 'astro');

/** The path below which the site stands: `BASE_PATH`, or another, so that it begins and ends with `/`. */
export function toBasePath(base = process.env['BASE_PATH'] ?? ''): string {
  return `/${base}/`.replace(/\/{2,}/g, '/');
}

/** `site` and `base` as Astro's configuration has them. */
export function homeOf(site: string | undefined, base: string): URL {
  return new URL(toBasePath(base), site ?? 'http://localhost');
}

/** As `astro.config.mjs` has them from the environment. */
export function sitePlaces(): SitePlaces {
  return {
    root: process.cwd(),
    outDir: path.resolve(outDir()),
    cacheDir: path.resolve(siteCacheDir()),
    home: homeOf(process.env['SITE_URL'] || undefined, toBasePath()),
  };
}
