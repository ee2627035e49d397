import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { isAlive } from './is-alive.ts';

/** ".digest-hf2k1x3a9c-4711": when it was begun, to the microsecond, and by which process */
const GENERATION = /^-[0-9a-z]{10,}-(\d+)(?:-old|-link)?$/;

/**
 * Publishes a folder in one step: `write` fills a fresh one beside it, then a link is moved onto
 * `target`. Killed at any moment, `target` holds the old files or the new ones, never both. The
 * generation before is kept for those who read it now; older and abandoned ones are removed.
 * Throws what the file system says; nothing is left behind then.
 */
export function publishFolder(target: string, write: (folder: string) => void): void {
  const now = Math.round(1000 * (performance.timeOrigin + performance.now()));
  const fresh = `${target}-${now.toString(36)}-${process.pid}`;
  const before = linkedName(target);
  mkdirSync(path.dirname(path.resolve(target)), { recursive: true });
  removeAbandoned(target);
  mkdirSync(fresh);
  try {
    write(fresh);
    syncFiles(fresh);
    moveLink(target, fresh);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  removeAbandoned(target, before);
}

/** On disk before the link is: a power cut must not leave a link to half a folder. */
function syncFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = openSync(path.join(entry.parentPath, entry.name), 'r+');
    fsyncSync(file);
    closeSync(file);
  }
}

/** Renaming over a link is one step where the system allows it; Windows wants the old one gone. */
function moveLink(target: string, fresh: string): void {
  const link = `${fresh}-link`;
  symlinkSync(
    process.platform === 'win32' ? path.resolve(fresh) : path.basename(fresh),
    link,
    'junction',
  );
  if (isFolder(target)) renameSync(target, `${fresh}-old`);
  try {
    renameSync(link, target);
  } catch (error) {
    if (process.platform !== 'win32') {
      rmSync(link, { force: true });
      throw error;
    }
    rmSync(target, { force: true });
    renameSync(link, target);
  }
}

/** Generations that nobody reads or writes: neither the present one, `kept`, nor a live process's. */
function removeAbandoned(target: string, kept?: string): void {
  const folder = path.dirname(path.resolve(target));
  const base = path.basename(target);
  const present = linkedName(target);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(base) || name === present || name === kept) continue;
    const pid = Number(GENERATION.exec(name.slice(base.length))?.[1]);
    if (!pid || (pid !== process.pid && isAlive(pid))) continue;
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/** The name of the folder that a link leads to, or undefined where it is no link. */
function linkedName(target: string): string | undefined {
  try {
    return path.basename(readlinkSync(target));
  } catch {
    return undefined;
  }
}

/** A folder itself, not a link to one. */
function isFolder(target: string): boolean {
  return lstatSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
