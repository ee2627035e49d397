import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Replaces a file in one step: `write` fills a fresh one beside it, which then takes its name. Throws
 * what the file system says; the old file stays then, and nothing of the fresh one.
 */
export function replaceFile(file: string, write: (target: number) => void): void {
  const fresh = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  const target = openSync(fresh, 'w');
  try {
    try {
      write(target);
    } finally {
      closeSync(target);
    }
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
