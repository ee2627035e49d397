import { readdirSync, rmSync, type Dirent } from 'node:fs';

/** What a fresh build would not have in a folder: paths below it, with `/`. */
export type Strangers = readonly string[];

/**
 * Finds all that lies in a folder besides the files in `kept`, paths with `/`. A folder that holds
 * none of them is one stranger.
 */
export function strangersIn(folder: string, kept: ReadonlySet<string>): Strangers {
  const strangers: string[] = [];
  look(folder, '', { kept, parents: parentsOf(kept) }, strangers);
  return strangers;
}

/** Removes them. Whoever is gone already is none. */
export function removeStrangers(folder: string, strangers: Strangers): void {
  for (const name of strangers) rmSync(`${folder}/${name}`, { recursive: true, force: true });
}

interface Kept {
  kept: ReadonlySet<string>;
  /** The folders that hold them. */
  parents: ReadonlySet<string>;
}

/**
 * Adds the strangers of a folder to those that are found; returns whether it holds a kept file. A
 * large site has a folder for each paper: none is looked at twice.
 */
function look(folder: string, below: string, files: Kept, found: string[]): boolean {
  const { kept, parents } = files;
  let holdsKept = false;
  for (const entry of entriesIn(folder)) {
    const name = below + entry.name;
    const before = found.length;
    if (kept.has(name) || name === '.git') holdsKept = true;
    else if (!parents.has(name) || !entry.isDirectory()) found.push(name);
    else if (look(`${folder}/${entry.name}`, `${name}/`, files, found)) holdsKept = true;
    else found.splice(before, found.length, name);
  }
  return holdsKept;
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
