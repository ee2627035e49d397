import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a file was made of, and how it was left on the disk. */
export interface Mark {
  key: string;
  size: number;
  changed: number;
}

/** By path below the folder, with `/`. */
export type Marks = Map<string, Mark>;

/** Whose marks they are; of another version only the names are of use. */
export interface MarksOf {
  folder: string;
  version: string;
}

/** The marks of a folder's files; none where they cannot be read. Without a key for another version. */
export function readMarks(record: string, { folder, version }: MarksOf): Marks {
  const rows = readRows(record);
  const isOf = rows && readHead(rows.shift()!);
  if (!isOf || isOf.folder !== path.resolve(folder)) return new Map();
  const isOld = isOf.version !== version;
  const marks: Marks = new Map();
  for (const row of rows) {
    const [name, size, changed, key] = row.split('\t');
    if (key === undefined) return new Map();
    marks.set(name!, { key: isOld ? '' : key, size: Number(size), changed: Number(changed) });
  }
  return marks;
}

/** The names of the files that a record takes to be in its folder; none where it cannot be read. */
export function recordedNames(folder: string, record: string): string[] {
  return [...readMarks(record, { folder, version: '' }).keys()];
}

/** Replaces the record in one step. */
export function writeMarks(record: string, { folder, version }: MarksOf, marks: Marks): void {
  const head = JSON.stringify({ folder: path.resolve(folder), version });
  const rows = Array.from(marks, ([name, { size, changed, key }]) =>
    [name, size, changed, key].join('\t'),
  );
  mkdirSync(path.dirname(record), { recursive: true });
  const fresh = `${record}.${process.pid}`;
  writeFileSync(fresh, [head, ...rows, ''].join('\n'));
  renameSync(fresh, record);
}

/** Undefined for a record that is not there or not whole. */
function readRows(record: string): string[] | undefined {
  try {
    const text = readFileSync(record, 'utf8');
    return text.endsWith('\n') ? text.slice(0, -1).split('\n') : undefined;
  } catch {
    return undefined;
  }
}

function readHead(row: string): MarksOf | undefined {
  try {
    return JSON.parse(row) as MarksOf;
  } catch {
    return undefined;
  }
}
