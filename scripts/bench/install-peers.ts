import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the tools that benchmarks compare with; they are not part of the project's tree. */
export const PEERS = path.resolve('bench');

/** Installs them, once. Returns false, and says so, where that is not possible. */
export function installPeers(): boolean {
  if (existsSync(path.join(PEERS, 'node_modules'))) return true;
  console.error('Installing the tools to compare with (bench/package.json) …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: PEERS,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.error('They could not be installed; the table leaves them out.');
  return status === 0;
}
