import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Empties a folder as a fresh build wants it, but for the files in `kept`, paths with `/`. */
export function emptyFolder(folder: string, kept: ReadonlySet<string>): void {
  const parents = new Set(Array.from(kept, path.posix.dirname).flatMap(waysUp));
  empty(folder, '', kept, parents);
}

/** Returns whether nothing is left. */
function empty(
  folder: string,
  below: string,
  kept: ReadonlySet<string>,
  parents: ReadonlySet<string>,
): boolean {
  let left = 0;
  for (const entry of entriesOf(folder)) {
    const name = below + entry.name;
    const place = path.join(folder, entry.name);
    if (kept.has(name)) left += 1;
    else if (name === '.git') left += 1;
    else if (!entry.isDirectory() || !parents.has(name)) rmSync(place, { recursive: true });
    else if (empty(place, `${name}/`, kept, parents)) rmdirSync(place);
    else left += 1;
  }
  return left === 0;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** `a/b/c` → `a/b/c`, `a/b`, `a` */
function waysUp(folder: string): string[] {
  const parts = folder.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
