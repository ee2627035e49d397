import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { releaseLock, takeLock } from './lock-file.ts';

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
    const holder = takeLock(lock);
    if (holder === undefined) break;
    if (holder && !hasWaited) onWait?.(holder);
    await wait(AGAIN_AFTER_MS);
  }
  try {
    return await work();
  } finally {
    releaseLock(lock);
  }
}
