import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.env['DIGEST_DIR'] ?? '.digest';

/** One JSON file of the published digest; `fallback` where it was not written. */
export function readDigestFile<Value>(name: string, fallback?: Value): Value {
  const file = path.join(folder, name);
  if (fallback !== undefined && !existsSync(file)) return fallback;
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}

/** One value a line, in the order in which they were written. */
export function readDigestLines<Value>(name: string): Value[] {
  return readFileSync(path.join(folder, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Value);
}
