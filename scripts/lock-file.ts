import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorFault } from '../src/site/operator-fault.ts';
import { isAlive } from './is-alive.ts';

/** A lock is an empty file for an instant; one that stays empty is nobody's. */
const INSTANT_MS = 2000;

/** The locks that this process holds. */
const held = new Set<string>();

/**
 * Takes a lock, a file that names its process; that of a process which has ended is taken over.
 * Returns undefined when it is taken, else the process that holds it, or 0 where that just changes.
 * Throws what the file system says.
 */
export function takeLock(file: string): number | undefined {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      held.add(path.resolve(file));
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(file);
    if (holder !== undefined) return holder;
    if (!removeDead(file)) return 0;
  }
}

/**
 * Removes the lock of a process that has ended. Whoever finds such a lock waits for a turn, and looks
 * again: otherwise the later of two would remove the lock that the earlier has just taken. Returns
 * whether it had a turn.
 */
function removeDead(file: string): boolean {
  const turn = `${file}.turn`;
  if (takeLock(turn) !== undefined) return false;
  try {
    if (holderOf(file) === undefined) rmSync(file, { force: true });
  } finally {
    releaseLock(turn);
  }
  return true;
}

/**
 * Keeps a second run away while this one sends. Throws when another run is alive. Returns what
 * releases the lock.
 */
export function lockFile(file: string): () => void {
  const holder = takeLock(file);
  if (holder !== undefined)
    throw new OperatorFault(
      `Another run${holder ? ` (process ${holder})` : ''} is sending. Wait for it, or stop it.`,
    );
  return () => releaseLock(file);
}

export function releaseLock(file: string): void {
  held.delete(path.resolve(file));
  rmSync(file, { force: true });
}

/** The process that holds a lock, 0 where that just changes; undefined for one that has ended. */
function holderOf(file: string): number | undefined {
  const text = contentOf(file);
  if (text === undefined) return 0;
  const holder = Number(text);
  if (!(holder > 0)) return isFresh(file) ? 0 : undefined;
  // A run in a fresh container may have the number of the one that was killed.
  if (holder === process.pid) return held.has(path.resolve(file)) ? holder : undefined;
  return isAlive(holder) ? holder : undefined;
}

/** Undefined when it has just been released. */
function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isFresh(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return !stat || Date.now() - stat.mtimeMs < INSTANT_MS;
}
