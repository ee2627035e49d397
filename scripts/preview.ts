import { toBasePath } from '../src/site/output/places.ts';
import { isProgram } from './is-program.ts';
import { loadAstro } from './load-astro.ts';
import { faultOfPort, portOr, SITE_PORT } from './site-address.ts';

/**
 * `npm run preview`: serves the built site on http://localhost:4321 until it is stopped. `PORT`
 * changes the port; where it is taken the next free one serves, and the last line names it.
 */
export async function serveBuiltSite(): Promise<void> {
  const fault = faultOfPort();
  if (fault) {
    console.error(fault);
    process.exit(1);
  }
  const port = portOr(SITE_PORT);
  const { preview } = await loadAstro();
  try {
    const server = await preview({ server: { port }, logLevel: 'error' });
    console.log(`Offprint is at http://localhost:${server.port}${toBasePath()} (Ctrl-C stops it).`);
  } catch (error) {
    console.error(`The site could not be served on port ${port}: ${(error as Error).message}`);
    console.error('Build it first with `npm run build`, or choose another port with PORT=8080.');
    process.exit(1);
  }
}

if (isProgram(import.meta.filename)) await serveBuiltSite();
