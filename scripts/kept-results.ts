import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Keep, Stage } from '../src/digest/keep.ts';
import { codeVersion } from '../src/site/output/code-version.ts';

/** Where builds keep what they need not do again; may be deleted at any time. */
const cacheDir = () => process.env['CACHE_DIR'] || '.cache';
const FILE = 'readings.ndjson';

/** What a result depends on besides its key. */
const SOURCES = ['src/digest', 'package-lock.json'];
const NEWLINE = 10;
const SPACE = 32;
const WRITES_AT_ONCE = 1 << 23;

/** A result as a line `key JSON`, and where the JSON stands in it. */
interface Line {
  bytes: Buffer;
  start: number;
  json: number;
  end: number;
}

/**
 * What came of the work on papers, remembered between builds by the hash of all that it depends on:
 * most of a build is spent on papers that have not changed. Lines stay bytes until they are asked
 * for: a digest of 10,000 papers has 100 MB of them.
 */
export class KeptResults {
  private readonly lines = new Map<string, Line>();
  private readonly used = new Set<string>();
  private hasNew = false;

  readonly keep: Keep = (stage, key, make) => {
    const name = nameOf(stage, key);
    this.used.add(name);
    const line = this.lines.get(name);
    if (line) return JSON.parse(line.bytes.toString('utf8', line.json, line.end));
    const result = make();
    this.add(Buffer.from(`${name} ${JSON.stringify(result)}\n`));
    return result;
  };

  has(stage: Stage, key: string): boolean {
    return this.lines.has(nameOf(stage, key));
  }

  /** Takes up whole lines, as `allLines` gives them. */
  add(bytes: Buffer): void {
    for (let start = 0; start < bytes.length;) {
      const space = bytes.indexOf(SPACE, start);
      const end = bytes.indexOf(NEWLINE, space);
      if (space < 0 || end < 0) return;
      this.lines.set(bytes.toString('latin1', start, space), {
        bytes,
        start,
        json: space + 1,
        end,
      });
      start = end + 1;
    }
    this.hasNew = true;
  }

  /** All lines, for another who keeps results. */
  allLines(): Buffer {
    return Buffer.concat([...this.pieces(this.lines.keys())]);
  }

  /** The results of builds before; none where the program has changed. */
  static open(): KeptResults {
    const kept = new KeptResults();
    try {
      const bytes = readFileSync(path.join(cacheDir(), FILE));
      const head = bytes.indexOf(NEWLINE);
      if (bytes.toString('latin1', 0, head) === versionOfCode()) kept.add(bytes.subarray(head + 1));
    } catch {
      // There is none yet.
    }
    kept.hasNew = false;
    return kept;
  }

  /** Keeps what this build has used, for the next one. A cache that cannot be written is none. */
  save(): void {
    if (!this.hasNew) return;
    const file = path.join(cacheDir(), FILE);
    const fresh = `${file}.${process.pid}`;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      const target = openSync(fresh, 'w');
      writeSync(target, `${versionOfCode()}\n`);
      for (const batch of inBatches(this.pieces(this.used))) writeSync(target, batch);
      closeSync(target);
      renameSync(fresh, file);
    } catch {
      // Without it the next build takes longer, and says the same.
    }
  }

  private *pieces(names: Iterable<string>): Generator<Buffer> {
    for (const name of names) {
      const line = this.lines.get(name);
      if (line) yield line.bytes.subarray(line.start, line.end + 1);
    }
  }
}

function nameOf(stage: Stage, key: string): string {
  return createHash('sha1').update(stage).update(' ').update(key).digest('base64url');
}

function* inBatches(pieces: Iterable<Buffer>): Generator<Buffer> {
  let batch: Buffer[] = [];
  let size = 0;
  for (const piece of pieces) {
    batch.push(piece);
    size += piece.length;
    if (size < WRITES_AT_ONCE) continue;
    yield Buffer.concat(batch);
    [batch, size] = [[], 0];
  }
  yield Buffer.concat(batch);
}

let version: string | undefined;

/** A hash of the program that makes the results. */
export function versionOfCode(): string {
  return (version ??= codeVersion(fileURLToPath(new URL('..', import.meta.url)), SOURCES));
}
