import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { loadAstro } from '../../scripts/load-astro.ts';
import { withLock } from '../../scripts/with-lock.ts';

/** The sites that browser tests drive. */
export const SITES = {
  /** The shipped content at the root of its host. */
  shipped: { content: 'content', base: '/' },
  /** The shipped content below a path. */
  nested: { content: 'content', base: '/a/b/' },
  /** Hostile and damaged dumps, below a path. */
  hostile: { content: 'tests/fixtures/hostile-content', base: '/a/b/' },
  /** One paper of two days, on no topic. */
  sparse: { content: 'tests/fixtures/sparse-content', base: '/' },
} as const;

export type SiteName = keyof typeof SITES;

/** What a built site depends on. */
const SOURCES = [
  'src/**/*',
  'scripts/**/*',
  'public/**/*',
  'astro.config.mjs',
  'package-lock.json',
];
/** The address that the built sites believe to stand at. */
export const SITE_URL = 'https://digest.example';

export interface ServedSite {
  /** Where it is served, with its base path: `http://localhost:PORT/a/b/`. */
  url: string;
  base: string;
  /** The folder of the built files. */
  dist: string;
  stop: () => Promise<void>;
}

/** Builds the site, unless the same sources were built before, and returns the folder of its files. */
export async function buildSite(name: SiteName): Promise<string> {
  const { content, base } = SITES[name];
  const dist = path.resolve(
    '.cache/test-sites',
    `${name}-${hashOf([...SOURCES, `${content}/**/*`])}`,
  );
  return withLock('.cache/build.lock', async () => {
    if (existsSync(dist)) return dist;
    const env = {
      ...process.env,
      CONTENT_DIR: content,
      DIGEST_DIR: `.cache/test-sites/${name}.digest`,
      BASE_PATH: base,
      SITE_URL,
      OUT_DIR: `${dist}.tmp`,
    };
    for (const stale of globSync(`.cache/test-sites/${name}-*`))
      await rm(stale, { recursive: true });
    await promisify(execFile)(process.execPath, ['scripts/build.ts'], { env, maxBuffer: 2 ** 26 });
    await rename(`${dist}.tmp`, dist);
    return dist;
  });
}

/** Builds and serves a site on a free port. */
export async function serveSite(name: SiteName): Promise<ServedSite> {
  const dist = await buildSite(name);
  const { base } = SITES[name];
  const { preview } = await loadAstro();
  const server = await preview({
    root: process.cwd(),
    outDir: dist,
    base,
    logLevel: 'error',
    server: { port: 0 },
  });
  return { url: `http://localhost:${server.port}${base}`, base, dist, stop: () => server.stop() };
}

function hashOf(patterns: string[]): string {
  const hash = createHash('sha256');
  const files = patterns.flatMap((pattern) => globSync(pattern, { withFileTypes: true }));
  const names = files
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name));
  for (const name of [...new Set(names)].sort()) hash.update(name).update(readFileSync(name));
  return hash.digest('hex').slice(0, 12);
}
