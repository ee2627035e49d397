import { readFileSync, rmSync, writeFileSync } from 'node:fs';

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
    if (isAlive(pid)) {
      throw new Error(`Another run (process ${pid}) is sending. Wait for it, or stop it.`, {
        cause: error,
      });
    }
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
