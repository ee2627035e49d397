import { spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { loadAstro } from './load-astro.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { contentDir } from './read-content.ts';

process.env['ASTRO_DEV_BACKGROUND'] = '0';
/** Editors write a file in several steps. */
const SETTLE_MS = 300;

/** `npm run dev`: the site with live reload; an edit in `content/` rebuilds the digest. */
function rebuildDigest(): boolean {
  return (
    spawnSync(process.execPath, ['scripts/build-digest.ts'], { stdio: 'inherit' }).status === 0
  );
}

if (!rebuildDigest()) process.exit(1);
const { dev } = await loadAstro();
let server = await dev({});
// Records are read once a process: the server starts afresh.
const restart = oneAtATime(async () => {
  if (!rebuildDigest()) return;
  await server.stop();
  server = await dev({});
});
let pending: NodeJS.Timeout | undefined;
watch(contentDir(), { recursive: true }, () => {
  clearTimeout(pending);
  pending = setTimeout(() => void restart(), SETTLE_MS);
});
