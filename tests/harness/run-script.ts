import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import path from 'node:path';

/** What no operator should see. */
export const STACK = /\n\s+at |node:internal/;

/** Runs a script of `scripts/` and waits for its end. */
export function run(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  input?: Buffer | string,
) {
  return spawnSync(process.execPath, [path.join('scripts', script), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
    ...(input !== undefined && { input }),
  });
}

/** A copy of the shipped content in a folder of its own below `root`. */
export function newContent(root: string): string {
  const content = mkdtempSync(path.join(root, 'content-'));
  cpSync('content', content, { recursive: true });
  return content;
}
