import { spawnSync } from 'node:child_process';
import { faultOfProjectDir } from './folder-faults.ts';
import { loadAstro } from './load-astro.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { contentDir } from './read-content.ts';
import { faultOfPort, portOr, SITE_PORT } from './site-address.ts';
import { watchContent } from './watch-content.ts';

/**
 * `npm run dev`: the site with live reload, on port 4321 or `PORT`; an edit in `content/` rebuilds the
 * digest.
 */
process.env['ASTRO_DEV_BACKGROUND'] = '0';
/** Editors write a file in several steps. */
const SETTLE_MS = 300;

function rebuildDigest(): boolean {
  return (
    spawnSync(process.execPath, ['scripts/build-digest.ts'], { stdio: 'inherit' }).status === 0
  );
}

const fault = faultOfProjectDir() ?? faultOfPort();
if (fault) {
  console.error(fault);
  process.exit(1);
}
if (!rebuildDigest()) process.exit(1);
const { dev } = await loadAstro();
const serve = () => dev({ server: { port: portOr(SITE_PORT) } });
let server = await serve();
// Records are read once a process: the server starts afresh.
const restart = oneAtATime(async () => {
  if (!rebuildDigest()) return;
  await server.stop();
  server = await serve();
});
let pending: NodeJS.Timeout | undefined;
watchContent(contentDir(), () => {
  clearTimeout(pending);
  pending = setTimeout(() => void restart(), SETTLE_MS);
});
