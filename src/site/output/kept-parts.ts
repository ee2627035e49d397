import { readFileSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { replaceFile } from './replace-file.ts';

const NEWLINE = 10;

/** The first line of the file; behind it the parts. */
interface Head {
  version: string;
  /** Over all parts. */
  sum: number;
  /** The bytes of each part. */
  lengths: number[];
}

/**
 * Parts of a file that a build has left for the next: of text, or of numbers as the machine has them.
 * Undefined where the file is not there, not whole, or of another version. The file may be deleted at
 * any time.
 */
export function readParts(file: string, version: string): Buffer[] | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(NEWLINE);
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
    const body = bytes.subarray(end + 1);
    if (head.version !== versionHere(version) || head.sum !== crc32(body)) return undefined;
    let next = 0;
    return head.lengths.map((length) => body.subarray(next, (next += length)));
  } catch {
    return undefined;
  }
}

/** Replaces the file in one step. A cache that cannot be written is none. */
export function writeParts(file: string, version: string, parts: readonly Uint8Array[]): void {
  const head: Head = {
    version: versionHere(version),
    sum: parts.reduce((sum, part) => crc32(part, sum), 0),
    lengths: parts.map(({ length }) => length),
  };
  try {
    replaceFile(file, (target) => {
      for (const part of [Buffer.from(`${JSON.stringify(head)}\n`), ...parts])
        writeFileSync(target, part);
    });
  } catch {
    // Without it the next build takes longer, and says the same.
  }
}

/** The bytes of a column of numbers. */
export function bytesOf({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

const versionHere = (version: string) => `${version} ${endianness()}`;
