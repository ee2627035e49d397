import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What one evaluation found: figures by name for machines, lines for a person. */
export interface Evaluation {
  figures: Record<string, number>;
  lines: string[];
}

/** The folder of the shared evaluation sets, or undefined where it is absent. */
export const sharedFolder: string | undefined = (() => {
  const folder = fileURLToPath(new URL('../../../shared', import.meta.url));
  return existsSync(folder) ? folder : undefined;
})();
