import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Draft } from '../src/digest/paper/to-paper.ts';
import { toPaperPage } from '../src/digest/render/paper-page.ts';
import { versionOfCode } from './kept-results.ts';

const FILE = 'papers.ndjson';
const NEWLINE = 10;
/** `{"hash":"` */
const BEFORE_HASH = 9;
const HASH_LENGTH = 22;
const WRITES_AT_ONCE = 1 << 22;

/**
 * Writes the papers with their HTML into a digest folder, one a line behind the hash of all that it
 * was made of. The line of a paper that has not changed is taken from the digest `before`.
 */
export function writePapers(
  folder: string,
  drafts: readonly Draft[],
  before: string,
  watch: (done: number, total: number) => void,
): void {
  const known = readLines(path.join(before, FILE));
  const target = openSync(path.join(folder, FILE), 'w');
  let batch: Buffer[] = [];
  let size = 0;
  for (const [at, draft] of drafts.entries()) {
    const hash = hashOf(draft);
    const line = known.get(hash) ?? toLine(hash, draft);
    batch.push(line);
    size += line.length;
    watch(at, drafts.length);
    if (size < WRITES_AT_ONCE && at < drafts.length - 1) continue;
    writeSync(target, Buffer.concat(batch));
    [batch, size] = [[], 0];
  }
  closeSync(target);
}

function toLine(hash: string, draft: Draft): Buffer {
  return Buffer.from(`{"hash":"${hash}",${JSON.stringify(toPaperPage(draft)).slice(1)}\n`);
}

function hashOf(draft: Draft): string {
  return createHash('sha256')
    .update(versionOfCode())
    .update(JSON.stringify(draft))
    .digest('base64url')
    .slice(0, HASH_LENGTH);
}

/** The lines of a published digest by their hash; none where there is none. */
function readLines(file: string): Map<string, Buffer> {
  const lines = new Map<string, Buffer>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return lines;
  }
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) break;
    const hash = bytes.toString('latin1', start + BEFORE_HASH, start + BEFORE_HASH + HASH_LENGTH);
    lines.set(hash, bytes.subarray(start, end + 1));
    start = end + 1;
  }
  return lines;
}
