import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { OperatorFault } from '../src/site/operator-fault.ts';
import { faultOfProjectDir } from './folder-faults.ts';
import { loadAstro } from './load-astro.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { contentDir } from './read-content.ts';
import { runScript } from './run-script.ts';
import { faultOfPort, portOr, SITE_PORT } from './site-address.ts';
import { watchContent } from './watch-content.ts';

const USAGE = `Usage: npm run dev

Serves the site with live reload, on port 4321 or PORT; an edit in content/ rebuilds the digest.`;

/** Editors write a file in several steps. */
const SETTLE_MS = 300;

await runScript(USAGE, serveWhileEdited);

/** `npm run dev`: exits 1 where there is no digest to begin with; the step has said why. */
async function serveWhileEdited(): Promise<void> {
  const fault = faultOfProjectDir() ?? faultOfPort();
  if (fault) throw new OperatorFault(fault);
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
}

/** Where another build runs it waits, and says so; the site is served meanwhile. */
async function rebuildDigest(): Promise<boolean> {
  const build = spawn(process.execPath, ['scripts/build-digest.ts'], { stdio: 'inherit' });
  const [status] = await once(build, 'exit');
  return status === 0;
}
