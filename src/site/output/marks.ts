import { readFileSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import { replaceFile } from './replace-file.ts';

const TAB = 9;

/**
 * By path below the folder, with `/`: what a file was made of, and how it was left on the disk, in
 * one text. Marks are told apart and written again, never taken apart.
 */
export type Marks = Map<string, string>;

/** Whose marks they are; of another version only the names are of use. */
export interface MarksOf {
  folder: string;
  version: string;
}

/** The mark of a file as it is on the disk. */
export function toMark({ size, mtimeMs }: Stats, key: string): string {
  return `${size}\t${mtimeMs}\t${key}`;
}

/** Whether a file was made of that key, however it was left. */
export function isMarkOf(mark: string, key: string): boolean {
  return mark.endsWith(key) && mark.charCodeAt(mark.length - key.length - 1) === TAB;
}

/** The marks of a folder's files; none where they cannot be read. Empty ones for another version. */
export function readMarks(record: string, { folder, version }: MarksOf): Marks {
  const text = readRecord(record);
  const isOf = readHead(text.slice(0, text.indexOf('\n')));
  if (isOf?.folder !== path.resolve(folder)) return new Map();
  const isOld = isOf.version !== version;
  const marks: Marks = new Map();
  for (let start = text.indexOf('\n') + 1; start < text.length;) {
    const end = text.indexOf('\n', start);
    const cut = text.indexOf('\t', start);
    if (cut < 0 || cut > end) return new Map();
    marks.set(text.slice(start, cut), isOld ? '' : text.slice(cut + 1, end));
    start = end + 1;
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
  const rows = Array.from(marks, ([name, mark]) => `${name}\t${mark}`);
  replaceFile(record, (target) => writeFileSync(target, [head, ...rows, ''].join('\n')));
}

/** Nothing of a record that is not there or not whole. */
function readRecord(record: string): string {
  try {
    const text = readFileSync(record, 'utf8');
    return text.endsWith('\n') ? text : '';
  } catch {
    return '';
  }
}

function readHead(row: string): MarksOf | undefined {
  try {
    return JSON.parse(row) as MarksOf;
  } catch {
    return undefined;
  }
}
