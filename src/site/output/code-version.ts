import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All that pages and files are made by; what they are made of is in their keys. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

const known = new Map<string, string>();

/**
 * A hash of the program, or of a part of it: of another one nothing is kept. As it was when it was
 * asked for first: what a program makes that changes while it runs is of the one that began.
 */
export function codeVersion(root: string, sources: readonly string[] = SOURCES): string {
  const asked = [root, ...sources].join('\n');
  const version = known.get(asked) ?? hashSources(root, sources);
  known.set(asked, version);
  return version;
}

function hashSources(root: string, sources: readonly string[]): string {
  const hash = createHash('sha1').update(process.version);
  for (const file of sources.flatMap((name) => filesOf(path.join(root, name)))) {
    hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** A file itself, or all files below a folder, in a fixed order. */
function filesOf(place: string): string[] {
  if (/\.\w+$/.test(place)) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
