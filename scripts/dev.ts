import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { faultOfProjectDir } from './folder-faults.ts';
import { loadAstro } from './load-astro.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { contentDir } from './read-content.ts';
import { faultOfPort, portOr, SITE_PORT } from './site-address.ts';
import { watchContent } from './watch-content.ts';

/** Editors write a file in several steps. */
const SETTLE_MS = 300;

/**
 * `npm run dev`: the site with live reload, on port 4321 or `PORT`; an edit in `content/` rebuilds the
 * digest.
 */
const fault = faultOfProjectDir() ?? faultOfPort();
if (fault) {
  console.error(fault);
  process.exit(1);
}
if (!(await rebuildDigest())) process.exit(1);
const { dev } = await loadAstro();
const serve = () => dev({ server: { port: portOr(SITE_PORT) } });
let server = await serve();
// Records are read once a process: the server starts afresh.
const restart = oneAtATime(async () => {
  if (!(await rebuildDigest())) return;
  await server.stop();
  server = await serve();
});
let pending: NodeJS.Timeout | undefined;
watchContent(contentDir(), () => {
  clearTimeout(pending);
  pending = setTimeout(() => void restart(), SETTLE_MS);
});

/** Where another build runs it waits, and says so; the site is served meanwhile. */
async function rebuildDigest(): Promise<boolean> {
  const build = spawn(process.execPath, ['scripts/build-digest.ts'], { stdio: 'inherit' });
  const [status] = await once(build, 'exit');
  return status === 0;
}
