import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';

const NEWLINE = 10;
const AT_ONCE = 1 << 18;

/** Where a line stands in its file, in bytes, without its end. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The lines of a file, read piece by piece: all of a large digest is longer than a string may be, and
 * to hold its bytes takes longer than to read them. The file stays as it was opened, whatever takes
 * its name.
 */
export class LineFile {
  private readonly file: number;
  /** The piece at hand, and where it stands. */
  private piece: Buffer;
  private first = 0;
  private length = 0;

  constructor(file: string, atOnce = AT_ONCE) {
    this.file = openSync(file, 'r');
    this.piece = Buffer.allocUnsafe(atOnce);
  }

  /** All lines in order; the last one may lack its end. */
  *spans(): Generator<Span> {
    for (let start = 0; ;) {
      const end = this.endOf(start);
      if (end === start && !this.has(start)) return;
      yield { start, end };
      start = end + 1;
    }
  }

  text(span: Span): string {
    return this.bytes(span).toString();
  }

  /** The two parts of a line, before and behind its first such byte; the second may be empty. */
  cut(span: Span, byte: number): [before: Span, behind: Span] {
    const at = this.bytes(span).indexOf(byte);
    const end = at < 0 ? span.end : span.start + at;
    return [
      { start: span.start, end },
      { start: Math.min(end + 1, span.end), end: span.end },
    ];
  }

  /** Copies lines, each with its end; of neighbours that come one after the other, all at once. */
  copy(spans: Iterable<Span>, target: number): void {
    let [from, to] = [0, 0];
    for (const { start, end } of spans) {
      if (start !== to) {
        this.copyBytes(from, to, target);
        from = start;
      }
      to = end + 1;
    }
    this.copyBytes(from, to, target);
  }

  close(): void {
    closeSync(this.file);
  }

  /** Lent until something else is read. No more is read than is asked for: the next may be anywhere. */
  private bytes({ start, end }: Span): Buffer {
    const length = end - start;
    if (start < this.first || end > this.first + this.length) this.read(start, length, length);
    return this.piece.subarray(start - this.first, end - this.first);
  }

  private copyBytes(from: number, to: number, target: number): void {
    for (let at = from; at < to;) {
      this.read(at, 0);
      const length = Math.min(this.length, to - at);
      if (length === 0) throw new Error('A file has become shorter while it was read.');
      // All of it: to a disk that is nearly full, a mere write may write a part and say nothing.
      writeFileSync(target, this.piece.subarray(0, length));
      at += length;
    }
  }

  /** Where the line ends that starts there, or the file. */
  private endOf(start: number): number {
    if (!this.has(start)) this.read(start, 0);
    for (;;) {
      const at = this.piece.subarray(start - this.first, this.length).indexOf(NEWLINE);
      if (at >= 0) return start + at;
      const known = this.first + this.length;
      this.read(start, 2 * (known - start));
      if (this.first + this.length === known) return known;
    }
  }

  private has(place: number): boolean {
    return place >= this.first && place < this.first + this.length;
  }

  /** Reads a piece from there on, of at least so many bytes where the file has them. */
  private read(first: number, least: number, most = Math.max(least, this.piece.length)): void {
    if (least > this.piece.length) this.piece = Buffer.allocUnsafe(least);
    this.first = first;
    this.length = readSync(this.file, this.piece, 0, most, first);
  }
}
