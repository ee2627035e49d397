import { writeFileSync } from 'node:fs';
import { LineFile, type Span } from '../line-file.ts';
import { replaceFile } from './replace-file.ts';

const NEWLINE = 10;
const SPACE = 32;
/** Lines that are written at a time. */
const AT_ONCE = 1000;

/**
 * What came of work, remembered between builds by name: a file of lines `name JSON`. The name says
 * all that a result depends on besides `version`. Results stay in their file until they are asked
 * for. The file may be deleted at any time, and is replaced in one step.
 */
export class KeptLines {
  private readonly path: string;
  private readonly version: string;
  private readonly file: LineFile | undefined;
  private readonly before: ReadonlyMap<string, Span>;
  private readonly made = new Map<string, Buffer>();
  private readonly used = new Set<string>();

  constructor(file: string, version: string) {
    [this.path, this.version] = [file, version];
    this.file = openFile(file);
    this.before = this.file ? readNames(this.file, version) : new Map();
  }

  has(name: string): boolean {
    return this.made.has(name) || this.before.has(name);
  }

  /** The result of that name, where there is one; a result is plain JSON. */
  known<Result>(name: string): { result: Result } | undefined {
    this.used.add(name);
    const line = this.made.get(name)?.toString() ?? this.textBefore(name);
    return line === undefined ? undefined : readResult(line, name);
  }

  /** The result of that name, or what `make` makes. */
  keep<Result>(name: string, make: () => Result): Result {
    const known = this.known<Result>(name);
    if (known) return known.result;
    const result = make();
    this.add(Buffer.from(toLine(name, result)));
    return result;
  }

  /** Takes up whole lines, as `toLine` gives them. */
  add(lines: Buffer): void {
    for (let start = 0; start < lines.length;) {
      const end = lines.indexOf(NEWLINE, start) + 1;
      const name = lines.toString('latin1', start, lines.indexOf(SPACE, start));
      this.made.set(name, lines.subarray(start, end));
      start = end;
    }
  }

  /** Keeps what this build has used, for the next one. A cache that cannot be written is none. */
  save(): void {
    const names = [...this.used];
    if (this.made.size === 0 && this.before.size === names.length) return;
    const old = names.flatMap((name) => (this.made.has(name) ? [] : (this.before.get(name) ?? [])));
    const lines = names.flatMap((name) => this.made.get(name) ?? []);
    try {
      replaceFile(this.path, (target) => {
        writeFileSync(target, `${this.version}\n`);
        this.file?.copy(old, target);
        for (let at = 0; at < lines.length; at += AT_ONCE)
          writeFileSync(target, Buffer.concat(lines.slice(at, at + AT_ONCE)));
      });
    } catch {
      // Without it the next build takes longer, and says the same.
    }
  }

  private textBefore(name: string): string | undefined {
    const span = this.before.get(name);
    return span && this.file!.text(span);
  }
}

/** A result as a line. */
export function toLine(name: string, result: unknown): string {
  return `${name} ${JSON.stringify(result)}\n`;
}

function openFile(file: string): LineFile | undefined {
  try {
    return new LineFile(file);
  } catch {
    return undefined;
  }
}

/** The lines by name; none of another version. */
function readNames(file: LineFile, version: string): Map<string, Span> {
  const names = new Map<string, Span>();
  const spans = file.spans();
  const head = spans.next();
  if (head.done || file.text(head.value) !== version) return names;
  for (const span of spans) names.set(file.text(file.cut(span, SPACE)[0]), span);
  return names;
}

/** Undefined for a line that is damaged. */
function readResult<Result>(line: string, name: string): { result: Result } | undefined {
  try {
    return { result: JSON.parse(line.slice(name.length)) as Result };
  } catch {
    return undefined;
  }
}
