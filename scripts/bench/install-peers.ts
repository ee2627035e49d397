import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** The folder of the tools that benchmarks use; they are not part of the project's tree. */
export const PEERS = path.resolve('bench');

/** Installs what its lockfile says, once. Returns false, and says so, where that is not possible. */
export function installPeers(): boolean {
  const installed = changedAt('node_modules/.package-lock.json');
  if (installed > 0 && installed >= changedAt('package-lock.json')) return true;
  console.error('Installing the tools of the benchmarks (bench/package.json) …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: PEERS,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.error('They could not be installed; the table leaves them out.');
  return status === 0;
}

/** When a file of the folder was last written, or 0 where there is none. */
function changedAt(name: string): number {
  return statSync(path.join(PEERS, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
