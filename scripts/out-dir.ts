import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { outDir } from '../src/site/output/places.ts';
import { contentDir, digestDir } from './read-content.ts';

/** The folders of the program. */
const PROGRAM = ['src', 'scripts', 'public', 'node_modules', '.git'];

/**
 * What is wrong with `OUT_DIR`, or undefined. A build removes from that folder all that it has not
 * made: it may neither hold anything that a build is made from, nor be a part of a folder all of which
 * is. Beside the dumps in the content folder it may stand.
 */
export function faultOfOutDir(out = outDir()): string | undefined {
  const made = realPath(out);
  const dumps = path.join(contentDir(), 'dumps');
  const lost =
    [dumps, digestDir(), ...PROGRAM].find((folder) => holds(realPath(folder), made)) ??
    [contentDir(), digestDir(), '.cache', '.'].find((folder) => holds(made, realPath(folder)));
  return (
    lost &&
    `Unexpected OUT_DIR \`${out}\`, expected a folder apart from ${path.resolve(lost)}: a build removes from it all that it has not made.`
  );
}

/** As the file system names it: by one name, whatever links and cases lead there. */
function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync.native(folder) : path.resolve(folder);
}

/** Whether a folder is the other, or holds it. */
function holds(folder: string, other: string): boolean {
  const way = path.relative(folder, other);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
