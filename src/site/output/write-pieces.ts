import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Piece } from '../files/site-file.ts';
import { LineFile, type Span } from '../line-file.ts';
import { replaceFile } from './replace-file.ts';

/** So many bytes are gathered before they are written. */
const AT_ONCE = 1 << 20;

/** What a long file was made of, and how it was left on the disk. */
interface PieceRecord {
  version: string;
  size: number;
  changed: number;
  pieces: [key: string, length: number][];
}

/**
 * Writes a file piece by piece, never held as a whole. Pieces that were in it before are copied, as
 * long as nobody else has touched it and the `version` is the same; `record` says where they stand.
 * The file is replaced in one step.
 */
export function writePieces(
  file: string,
  pieces: Iterable<Piece>,
  { record, version }: { record: string; version: string },
): void {
  const before = readPieces(file, record, version);
  const known: PieceRecord['pieces'] = [];
  replaceFile(file, (target) => {
    const writer = new PieceWriter(target, before?.file);
    for (const { key, text } of pieces) {
      const span = before?.spans.get(key);
      const length = span ? writer.copy(span) : writer.add(Buffer.from(text()));
      known.push([key, length]);
    }
    writer.flush();
    before?.file.close();
  });
  const { size, mtimeMs } = statSync(file);
  const made: PieceRecord = { version, size, changed: mtimeMs, pieces: known };
  writeFileSync(record, JSON.stringify(made));
}

/** Where the pieces of a file stand; undefined where that is not known. */
function readPieces(file: string, record: string, version: string) {
  try {
    const { size, mtimeMs } = statSync(file);
    const known = JSON.parse(readFileSync(record, 'utf8')) as PieceRecord;
    if (known.version !== version || known.size !== size || known.changed !== mtimeMs)
      return undefined;
    let start = 0;
    const spans = new Map<string, Span>();
    for (const [key, length] of known.pieces) {
      spans.set(key, { start, end: start + length - 1 });
      start += length;
    }
    return start === size ? { file: new LineFile(file), spans } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes new pieces and copies old ones, many at once, in the order in which they come. */
class PieceWriter {
  private readonly target: number;
  private readonly source: LineFile | undefined;
  private made: Buffer[] = [];
  private size = 0;
  private copied: Span[] = [];

  constructor(target: number, source: LineFile | undefined) {
    [this.target, this.source] = [target, source];
  }

  /** Returns the length of the piece. */
  add(piece: Buffer): number {
    if (this.copied.length > 0 || this.size > AT_ONCE) this.flush();
    this.made.push(piece);
    this.size += piece.length;
    return piece.length;
  }

  /** Returns the length of the piece. */
  copy(span: Span): number {
    if (this.made.length > 0) this.flush();
    this.copied.push(span);
    return span.end + 1 - span.start;
  }

  /** Writes what was gathered; to be called at the end too. */
  flush(): void {
    if (this.made.length > 0) writeFileSync(this.target, Buffer.concat(this.made));
    this.source?.copy(this.copied, this.target);
    [this.made, this.size, this.copied] = [[], 0, []];
  }
}
