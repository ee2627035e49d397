import { readdirSync, rmdirSync, rmSync, type Dirent } from 'node:fs';

/** Empties a folder as a fresh build wants it, but for the files in `kept`, paths with `/`. */
export function emptyFolder(folder: string, kept: ReadonlySet<string>): void {
  empty(folder, '', { kept, parents: parentsOf(kept) });
}

interface Kept {
  kept: ReadonlySet<string>;
  /** The folders that hold them. */
  parents: ReadonlySet<string>;
}

/** Returns whether nothing is left. A large site has a folder for each paper: none is looked at twice. */
function empty(folder: string, below: string, { kept, parents }: Kept): boolean {
  let isEmpty = true;
  for (const entry of entriesIn(folder)) {
    const name = below + entry.name;
    const place = `${folder}/${entry.name}`;
    if (kept.has(name) || name === '.git') isEmpty = false;
    else if (!parents.has(name) || !entry.isDirectory()) rmSync(place, { recursive: true });
    else if (empty(place, `${name}/`, { kept, parents })) rmdirSync(place);
    else isEmpty = false;
  }
  return isEmpty;
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** `a/b/c` → `a/b`, `a` */
function parentsOf(names: Iterable<string>): Set<string> {
  const parents = new Set<string>();
  for (const name of names) {
    for (let cut = name.lastIndexOf('/'); cut > 0; cut = name.lastIndexOf('/', cut - 1)) {
      const parent = name.slice(0, cut);
      if (parents.has(parent)) break;
      parents.add(parent);
    }
  }
  return parents;
}
