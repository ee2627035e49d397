import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive } from './is-alive.ts';

/**
 * Keeps a second run away while this one sends; the lock of a run that was killed is taken over.
 * Throws when another run is alive. Returns what releases the lock.
 */
export function lockFile(file: string): () => void {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const pid = Number(readFileSync(file, 'utf8'));
    // A run in a fresh container may have the number of the one that was killed.
    if (pid > 0 && pid !== process.pid && isAlive(pid)) {
      throw new Error(`Another run (process ${pid}) is sending. Wait for it, or stop it.`, {
        cause: error,
      });
    }
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}
