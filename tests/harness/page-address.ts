import path from 'node:path';

/** Where a file of a built site is served, below the root: `papers/x/index.html` → `papers/x/`. */
export function addressOf(file: string): string {
  return file
    .split(path.sep)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1');
}
