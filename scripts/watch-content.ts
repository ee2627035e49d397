import { existsSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/**
 * Calls `changed` at each edit of the content folder and of its dumps, a folder that may come later;
 * returns what ends it. Folders are watched and not files, as `recursive` does on Linux: many editors,
 * and git, put a new file in the place of the old one, and the new one would go unseen.
 */
export function watchContent(content: string, changed: () => void): () => void {
  const folder = path.join(content, 'dumps');
  let dumps: FSWatcher | undefined;
  const watchDumps = () => {
    dumps?.close();
    dumps = existsSync(folder) ? watch(folder, changed) : undefined;
  };
  const whole = watch(content, (_, name) => {
    if (name === 'dumps') watchDumps();
    changed();
  });
  watchDumps();
  return () => {
    whole.close();
    dumps?.close();
  };
}
