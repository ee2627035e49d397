import { build, type AstroInlineConfig } from 'astro';

/**
 * Without a look for content collections and a development server to load them with: papers are none
 * (docs/design.md), and types are made by `astro check`. Astro's own type leaves this option out.
 */
const WITHOUT_SYNC: object = { sync: false };

/** The second step of a build: `.digest/` → `dist/`; `config` is over `astro.config.mjs`. */
export async function buildPages(config: AstroInlineConfig): Promise<void> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await build(config, WITHOUT_SYNC);
}

if (import.meta.main) await buildPages({ logLevel: 'silent' });
