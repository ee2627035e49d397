import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { digestDir } from './output/places.ts';

const published = digestDir();
/** The generation that was published when this process began: all its files are of one build. */
const folder = existsSync(published) ? realpathSync(published) : published;

/** Where a file of the published digest stands. */
export const digestFile = (name: string): string => path.join(folder, name);

/** One JSON file of the published digest; `fallback` where it was not written. */
export function readDigestFile<Value>(name: string, fallback?: Value): Value {
  const file = digestFile(name);
  if (fallback !== undefined && !existsSync(file)) return fallback;
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}
