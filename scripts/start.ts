import { outDir } from '../src/site/output/places.ts';
import { BUILD_USAGE, buildSite } from './build.ts';
import { serveBuiltSite } from './preview.ts';
import { runScript } from './run-script.ts';

await runScript(BUILD_USAGE, start, `${outDir()}/`);

/** `npm start`: builds the site from `content/` and serves it. */
async function start(): Promise<void> {
  await buildSite();
  await serveBuiltSite();
}
