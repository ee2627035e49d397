import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './is-alive.ts';

const AGAIN_AFTER_MS = 200;

/**
 * Runs `work` while no other process holds the file `lock`; a dead holder's lock is taken.
 * `onWait` is told the process that holds it, once. Throws what the file system says.
 */
export async function withLock<Result>(
  lock: string,
  work: () => Promise<Result>,
  onWait?: (holder: number) => void,
): Promise<Result> {
  await mkdir(path.dirname(lock), { recursive: true });
  for (let hasWaited = false; ; hasWaited = true) {
    const holder = await takeLock(lock);
    if (holder === undefined) break;
    if (holder && !hasWaited) onWait?.(holder);
    await wait(AGAIN_AFTER_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Undefined when the lock is taken; else the process that holds it, or 0 where that just changes. */
async function takeLock(lock: string): Promise<number | undefined> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (!holder || isAlive(holder)) return holder;
    await rm(lock, { force: true });
    return 0;
  }
}
