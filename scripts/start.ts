import { BUILD_USAGE, buildSite } from './build.ts';
import { serveBuiltSite } from './preview.ts';
import { runScript } from './run-script.ts';

/** `npm start`: builds the site from `content/` and serves it. */
await runScript(BUILD_USAGE, async () => {
  await buildSite();
  await serveBuiltSite();
});
