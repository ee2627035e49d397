import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The file or folder that an argument names. npm runs a command in the project's folder, whichever
 * folder below it the operator is in; what is not found there is looked for in that one.
 */
export function namedPath(name: string): string {
  const startedIn = process.env['INIT_CWD'];
  const found = startedIn ? path.resolve(startedIn, name) : name;
  return !existsSync(name) && existsSync(found) ? found : name;
}
