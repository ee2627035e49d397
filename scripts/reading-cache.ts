import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText, type Reading, type ReadText } from '../src/digest/paper/read-text.ts';

/** Where builds keep what they need not do again; may be deleted at any time. */
const cacheDir = () => process.env['CACHE_DIR'] || '.cache';
const FILE = 'readings.ndjson';

/** What a reading depends on besides its text. */
const SOURCES = ['../src/digest/latex', '../src/digest/render', '../src/digest/paper/read-text.ts'];

export interface ReadingCache {
  /** `readText`, or what it said of the same text last time. */
  read: ReadText;
  /** Keeps the readings of this build for the next one. A cache that cannot be written is none. */
  save: () => void;
}

/**
 * Remembers the readings of texts between builds, by the hash of the text: most of a build is spent
 * on recovering the math of papers that have not changed. Empty when the code or KaTeX has changed.
 */
export function openReadingCache(): ReadingCache {
  const file = path.join(cacheDir(), FILE);
  const version = versionOfCode();
  const known = load(file, version);
  const used = new Map<string, string>();
  return {
    read: (source) => {
      const key = createHash('sha1').update(source).digest('base64url');
      const line = used.get(key) ?? known.get(key);
      if (line !== undefined) {
        used.set(key, line);
        return JSON.parse(line) as Reading;
      }
      const reading = readText(source);
      used.set(key, JSON.stringify(reading));
      return reading;
    },
    save: () => save(file, version, used),
  };
}

/** One reading a line, behind its key; the first line is the version. */
function load(file: string, version: string): Map<string, string> {
  const known = new Map<string, string>();
  try {
    const bytes = readFileSync(file);
    let start = bytes.indexOf(10) + 1;
    if (bytes.toString('utf8', 0, start).trim() !== version) return known;
    for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
      const line = bytes.toString('utf8', start, end);
      const space = line.indexOf(' ');
      known.set(line.slice(0, space), line.slice(space + 1));
      start = end + 1;
    }
  } catch {
    known.clear();
  }
  return known;
}

function save(file: string, version: string, used: ReadonlyMap<string, string>): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, `${version}\n`);
    for (const batch of batches([...used].map(([key, line]) => `${key} ${line}\n`))) {
      writeFileSync(fresh, batch.join(''), { flag: 'a' });
    }
    renameSync(fresh, file);
  } catch {
    // Without it the next build takes longer, and says the same.
  }
}

function* batches<Item>(items: readonly Item[], size = 1000): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

function versionOfCode(): string {
  const hash = createHash('sha1').update(process.version);
  for (const source of SOURCES) {
    const root = fileURLToPath(new URL(source, import.meta.url));
    for (const file of filesOf(root))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  const lock = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  return hash.update(readFileSync(lock)).digest('hex');
}

/** A file itself, or all files below a folder, in a fixed order. */
function filesOf(root: string): string[] {
  if (/\.\w+$/.test(root)) return [root];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
