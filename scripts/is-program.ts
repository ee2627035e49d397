import { existsSync, realpathSync } from 'node:fs';

/**
 * Whether a module, named by its `import.meta.filename`, is the program that was started.
 * `import.meta.main` says so from Node 24.2 on, and there is none so new for every platform.
 */
export function isProgram(file: string): boolean {
  const [, started] = process.argv;
  return started !== undefined && existsSync(started) && realpathSync(started) === file;
}
