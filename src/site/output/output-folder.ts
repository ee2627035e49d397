import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Piece } from '../files/site-file.ts';
import { isMarkOf, readMarks, toMark, writeMarks, type Marks } from './marks.ts';
import { writePieces } from './write-pieces.ts';

const IF_THERE = { throwIfNoEntry: false } as const;

/**
 * The part of the output folder that is kept between builds: files whose key says what they were
 * made of. A file stays as it is while its key is the same and nobody else has touched it; what the
 * build before wrote and this one does not is removed at the end. The record of all that lies
 * outside of the folder, is replaced in one step, and may be deleted at any time.
 */
export class OutputFolder {
  private readonly folder: string;
  private readonly record: string;
  private readonly version: string;
  private readonly before: Marks;
  private readonly now: Marks = new Map();
  private readonly made = new Set<string>();
  /** How many files this build has written. */
  written = 0;

  /** Files of another `version` are not kept: the code that writes them, what all of them show. */
  constructor(folder: string, record: string, version: string) {
    [this.folder, this.record, this.version] = [folder, record, version];
    this.before = readMarks(record, { folder, version });
  }

  /** The files of the build before, as far as it is known. */
  get recorded(): Iterable<string> {
    return this.before.keys();
  }

  /** Whether the file is there as it was made of `key`; it then stays. */
  keeps(name: string, key: string): boolean {
    const mark = this.before.get(name);
    if (mark === undefined || !isMarkOf(mark, key)) return false;
    const stat = statSync(`${this.folder}/${name}`, IF_THERE);
    if (!stat || toMark(stat, key) !== mark) return false;
    this.now.set(name, mark);
    return true;
  }

  /** Writes a file; of one in pieces those that have changed. */
  write(name: string, key: string, text: string | Iterable<Piece>): void {
    const file = path.join(this.folder, name);
    const parent = path.dirname(file);
    if (!this.made.has(parent)) mkdirSync(parent, { recursive: true });
    this.made.add(parent);
    if (typeof text === 'string') writeFileSync(file, text);
    else writePieces(file, text, this.pieceRecord(name));
    this.written += 1;
    this.note(name, key);
  }

  /** Beside the record of all: its name is that of the file, `files.record.api-papers.json`. */
  private pieceRecord(name: string) {
    mkdirSync(path.dirname(this.record), { recursive: true });
    return { record: `${this.record}.${name.replaceAll('/', '-')}`, version: this.version };
  }

  /** How many files there are. */
  get size(): number {
    return this.now.size;
  }

  /** The text of a file. */
  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Takes up a file that somebody else has written for this build, if it is there. */
  note(name: string, key: string): void {
    const stat = statSync(`${this.folder}/${name}`, IF_THERE);
    if (stat) this.now.set(name, toMark(stat, key));
  }

  /**
   * Gives a folder that is named after its content its new name, before its files are asked for:
   * most of them are the same, and need not be written again.
   */
  rename(within: string, folder: string): void {
    const old = this.namedFolder(within);
    if (old === undefined || old === folder) return;
    const [from, to] = [within + old, within + folder];
    try {
      renameSync(path.join(this.folder, from), path.join(this.folder, to));
    } catch {
      return;
    }
    const moved = [...this.before.keys()].filter((name) => name.startsWith(`${from}/`));
    for (const name of moved) {
      this.before.set(to + name.slice(from.length), this.before.get(name)!);
      this.before.delete(name);
    }
  }

  private namedFolder(within: string): string | undefined {
    for (const name of this.before.keys()) {
      const inside = name.startsWith(within) ? name.slice(within.length).split('/') : [];
      if (inside.length > 1) return inside[0];
    }
    return undefined;
  }

  /** Removes what this build neither kept nor wrote, and records what there is now. */
  finish(): void {
    for (const name of this.before.keys()) if (!this.now.has(name)) this.remove(name);
    writeMarks(this.record, { folder: this.folder, version: this.version }, this.now);
  }

  private remove(name: string): void {
    const file = path.join(this.folder, name);
    rmSync(file, { force: true });
    try {
      rmdirSync(path.dirname(file));
    } catch {
      // Something else lives there.
    }
  }
}
