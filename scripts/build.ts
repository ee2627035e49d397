import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { outDir } from '../src/site/output/places.ts';
import { OperatorFault } from '../src/site/operator-fault.ts';
import { heldForSteps, withBuildLock } from './build-lock.ts';
import { faultOfDigestDir, faultOfOutDir, faultOfProjectDir } from './folder-faults.ts';
import { isProgram } from './is-program.ts';
import { runScript } from './run-script.ts';
import { faultOfBasePath, faultOfSiteUrl, noteOnAddress } from './site-address.ts';

export const BUILD_USAGE = `Usage: npm run build -- [--verbose] [--json]

Builds the site: content/ → .digest/ → dist/.
--verbose  say also what needs no attention, and how long each stage took
--json     print the findings and the summary as JSON, for machines`;

/**
 * `npm run build`: `content/` → `.digest/` → `dist/`. `SITE_URL`, `BASE_PATH`, `CONTENT_DIR` and
 * `OUT_DIR` are read from the environment; arguments go to the first step. Another build of the
 * project is waited for. Exits 1 when a step fails; the step has said why.
 */
export async function buildSite(): Promise<void> {
  const fault =
    faultOfProjectDir() ??
    faultOfSiteUrl() ??
    faultOfBasePath() ??
    faultOfOutDir() ??
    faultOfDigestDir();
  if (fault) throw new OperatorFault(fault);
  if (!(await withBuildLock(build))) process.exit(1);
}

/** Returns whether both steps went well. */
async function build(): Promise<boolean> {
  const args = process.argv.slice(2);
  // Most of the half second in which a program starts goes into compiling its modules.
  const cache = path.resolve('.cache/compiled-modules');
  enableCompileCache(cache);
  const digest = spawn(
    process.execPath,
    [...process.execArgv, 'scripts/build-digest.ts', ...args],
    { stdio: 'inherit', env: { ...process.env, ...heldForSteps(), NODE_COMPILE_CACHE: cache } },
  );
  const ended = once(digest, 'exit');
  // What makes the pages is loaded meanwhile.
  const { buildPages } = await import('./build-pages.ts');
  const { lookAhead } = await import('../src/site/output/rebuild-site.ts');
  const ahead = lookAhead();
  const [status] = await ended;
  if (status !== 0) return false;
  await buildPages(ahead);
  // Read after the first step: it reads what that step has written.
  const { siteUrl } = await import('../src/site/settings.ts');
  const out = outDir();
  const { sayStages, secondsByStage } = await import('../src/site/output/stage-clock.ts');
  if (args.includes('--json')) {
    console.error(JSON.stringify({ out, siteUrl: siteUrl ?? null, seconds: secondsByStage() }));
    return true;
  }
  if (args.includes('--verbose')) console.error(sayStages());
  const note = noteOnAddress(siteUrl);
  if (note) console.error(note);
  console.error(`The site is in ${out}/.`);
  return true;
}

if (isProgram(import.meta.filename)) await runScript(BUILD_USAGE, buildSite, `${outDir()}/`);
