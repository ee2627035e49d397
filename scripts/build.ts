import { spawnSync } from 'node:child_process';

/** `npm run build`: `content/` → `.digest/` → `dist/`. */
for (const [command, ...args] of [
  [process.execPath, 'scripts/build-digest.ts'],
  [process.execPath, 'node_modules/astro/bin/astro.mjs', 'build'],
] as const) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
