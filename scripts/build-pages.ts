import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { OperatorFault } from '../src/site/operator-fault.ts';
import { digestDir, outDir } from '../src/site/output/places.ts';
import { lookAhead, rebuildSite, type RebuildAhead } from '../src/site/output/rebuild-site.ts';
import { enterStage } from '../src/site/output/stage-clock.ts';
import { withBuildLock } from './build-lock.ts';
import { faultOfOutDir, faultOfProjectDir } from './folder-faults.ts';
import { isProgram } from './is-program.ts';
import { loadAstro } from './load-astro.ts';
import { runScript } from './run-script.ts';

const USAGE = `Usage: node scripts/build-pages.ts [--verbose]

Makes the site from .digest/, which scripts/build-digest.ts has written.
--verbose  show Astro's own messages`;

/** `.digest/` → `dist/`: by what the last build has compiled, where there is that, or by Astro. */
export async function buildPages(ahead: RebuildAhead | undefined): Promise<void> {
  const isVerbose = process.argv.slice(2).includes('--verbose');
  if (ahead && (await rebuildSite(ahead))) {
    if (isVerbose) console.error('The pages are made by the code that the last build compiled.');
    return;
  }
  enterStage('compile');
  const { build } = await loadAstro();
  const config: AstroInlineConfig = { logLevel: isVerbose ? 'info' : 'warn' };
  await build(config);
}

/** The same as a command of its own. Another build is waited for. */
async function buildFromDigest(): Promise<void> {
  const fault = existsSync(path.join(digestDir(), 'site.json'))
    ? (faultOfProjectDir() ?? faultOfOutDir())
    : `There is no digest in ${digestDir()}/. Make it with node scripts/build-digest.ts, or digest and site with npm run build.`;
  if (fault) throw new OperatorFault(fault);
  await withBuildLock(() => buildPages(lookAhead()));
}

if (isProgram(import.meta.filename)) await runScript(USAGE, buildFromDigest, `${outDir()}/`);
