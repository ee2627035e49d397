import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { digestDir, outDir, TRACE_OF_SITE } from '../src/site/output/places.ts';
import { contentDir } from './read-content.ts';

/** A file of every digest. */
const TRACE_OF_DIGEST = 'site.json';

/**
 * What is wrong with the output folder, or undefined. A build removes all from it that it has not
 * made: it may hold neither the project nor what the site is made of, and where an operator has
 * named it, nothing that no build has left there.
 */
export function faultOfOutDir(out = process.env['OUT_DIR']): string | undefined {
  const folder = out || outDir();
  const held = ['.', contentDir(), digestDir()].find((place) => isWithin(place, folder));
  if (held) {
    const what = held === '.' ? 'the project' : `\`${held}\``;
    return `Unexpected OUT_DIR \`${folder}\`, which holds ${what}: a build removes all else from its folder. Name one of its own, such as dist.`;
  }
  const names = out ? namesIn(folder) : [];
  if (names.length === 0 || names.includes(TRACE_OF_SITE)) return undefined;
  return `Unexpected \`${names[0]}\` in OUT_DIR \`${folder}\`, which no build has made and this one would remove. Move it away, or name another folder.`;
}

/** What is wrong with the place of the project, or undefined. Vite takes a file's address apart there. */
export function faultOfProjectDir(folder = process.cwd()): string | undefined {
  const sign = /[#?]/.exec(folder)?.[0];
  return (
    sign &&
    `Unexpected \`${sign}\` in the path \`${folder}\`: Astro cannot build there. Rename the folder.`
  );
}

/** What is wrong with the folder of the digest, which a build replaces as a whole; or undefined. */
export function faultOfDigestDir(folder = digestDir()): string | undefined {
  const kind = lstatSync(folder, { throwIfNoEntry: false });
  if (!kind || kind.isSymbolicLink()) return undefined;
  const names = kind.isDirectory() ? namesIn(folder) : [path.basename(folder)];
  if (names.length === 0 || names.includes(TRACE_OF_DIGEST)) return undefined;
  return `Unexpected \`${names[0]}\` in DIGEST_DIR \`${folder}\`, which no build has made and this one would remove. Move it away, or name another folder.`;
}

/** All but what a build leaves alone. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder) || !lstatSync(realpathSync(folder)).isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => name !== '.git')
    .sort();
}

function isWithin(place: string, folder: string): boolean {
  const way = path.relative(realPath(folder), realPath(place));
  return way === '' || !(way.split(path.sep)[0] === '..' || path.isAbsolute(way));
}

const realPath = (place: string) =>
  existsSync(place) ? realpathSync.native(place) : path.resolve(place);
