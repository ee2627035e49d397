import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** The address of the largest paper page of a built site, with or without its formulae's font. */
export function heaviestPaper(dist: string, { withMath }: { withMath: boolean }): string {
  const sized = globSync('papers/*/index.html', { cwd: dist })
    .map((file) => ({ file, html: readFileSync(path.join(dist, file)) }))
    .filter(({ html }) => html.includes('<math') === withMath)
    .map(({ file, html }) => ({ file, size: gzipSync(html).length }));
  const { file } = sized.reduce((most, one) => (one.size > most.size ? one : most));
  return file
    .split(path.sep)
    .join('/')
    .replace(/index\.html$/, '');
}
