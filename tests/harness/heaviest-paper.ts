import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { addressOf } from './page-address.ts';

interface Wanted {
  /** With or without formulae, which have a font of their own. */
  withMath: boolean;
  /** What the page holds besides. */
  markup?: string;
}

/** The address of the largest such paper page of a built site. */
export function heaviestPaper(dist: string, { withMath, markup = '' }: Wanted): string {
  const sized = globSync('papers/*/index.html', { cwd: dist })
    .map((file) => ({ file, html: readFileSync(path.join(dist, file)) }))
    .filter(({ html }) => html.includes('<math') === withMath && html.includes(markup))
    .map(({ file, html }) => ({ file, size: gzipSync(html).length }));
  const { file } = sized.reduce((most, one) => (one.size > most.size ? one : most));
  return addressOf(file);
}
