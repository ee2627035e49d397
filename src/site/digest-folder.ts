import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { linesOf } from './lines-of.ts';

const published = process.env['DIGEST_DIR'] || '.digest';
/** The generation that was published when this process began: all its files are of one build. */
const folder = existsSync(published) ? realpathSync(published) : published;

/** One JSON file of the published digest; `fallback` where it was not written. */
export function readDigestFile<Value>(name: string, fallback?: Value): Value {
  const file = path.join(folder, name);
  if (fallback !== undefined && !existsSync(file)) return fallback;
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}

/** One value a line, in the order in which they were written. */
export function readDigestLines<Value>(name: string): Value[] {
  return Array.from(linesOf(path.join(folder, name)), (line) => JSON.parse(line));
}
