import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { recordedNames } from './marks.ts';
import { OutputFolder } from './output-folder.ts';
import type { SitePlaces } from './places.ts';

const RECORD = 'assets.record';
const KEY = 'asset';

/** Where its style sheets, scripts and fonts are, below the output folder; the name is Astro's. */
export const ASSETS = '_astro';

/** Records what is neither page nor made from the digest: Astro wrote it as it compiled the site. */
export function noteAssets({ root, outDir, cacheDir }: SitePlaces, version: string): void {
  const assets = new OutputFolder(outDir, path.join(cacheDir, RECORD), version);
  const names = [
    '_headers',
    ...filesIn(path.join(root, 'public')),
    ...filesIn(path.join(outDir, ASSETS)).map((name) => `${ASSETS}/${name}`),
  ];
  for (const name of names) assets.note(name, KEY);
  assets.finish();
}

/** The names of those of the last build. */
export function assetNames({ outDir, cacheDir }: SitePlaces): string[] {
  return recordedNames(outDir, path.join(cacheDir, RECORD));
}

/** Whether there are any, and all are as the build of that `version` left them. */
export function areAssetsAsLeft({ outDir, cacheDir }: SitePlaces, version: string): boolean {
  const assets = new OutputFolder(outDir, path.join(cacheDir, RECORD), version);
  const names = [...assets.recorded];
  return names.length > 0 && names.every((name) => assets.keeps(name, KEY));
}

function filesIn(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join('/'));
}
