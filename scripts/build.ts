import { spawnSync } from 'node:child_process';
import { build, type AstroInlineConfig } from 'astro';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/**
 * `npm run build`: `content/` → `.digest/` → `dist/`. `SITE_URL`, `BASE_PATH`, `CONTENT_DIR` and
 * `OUT_DIR` are read from the environment; arguments go to the first step. Exits 1 when a step
 * fails; the step has said why.
 */
export async function buildSite(): Promise<void> {
  const { status } = spawnSync(
    process.execPath,
    ['scripts/build-digest.ts', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  const config: AstroInlineConfig = { logLevel: 'warn' };
  await build(config);
  // Read after the first step: it reads what that step has written.
  const { siteUrl } = await import('../src/site/settings.ts');
  if (!siteUrl) {
    console.error(
      'Nobody has said where the site will stand: its feeds say http://localhost:4321. Set SITE_URL before you deploy it.',
    );
  }
}

if (import.meta.main) {
  await buildSite();
  console.error(`The site is in ${process.env['OUT_DIR'] ?? 'dist'}/.`);
}
