import { cpSync, createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Below the site's root, the folder of the search index. */
const PLACE = 'search-index/';

const source = () => path.resolve(process.env['DIGEST_DIR'] ?? '.digest', 'search');

/** Puts the search index that the digest holds into the built site, and serves it in development. */
export function searchIndexFiles(): AstroIntegration {
  return {
    name: 'search-index-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        if (existsSync(source()))
          cpSync(source(), fileURLToPath(new URL(PLACE, dir)), { recursive: true });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const file = servedFile(request.url ?? '', server.config.base);
          if (!file) return next();
          response.setHeader('Content-Type', 'application/json');
          createReadStream(file).pipe(response);
        });
      },
    },
  };
}

/** The file of the index that an address names, if there is one. */
function servedFile(address: string, base: string): string | undefined {
  const { pathname } = new URL(address, 'http://localhost');
  const root = `${base.replace(/\/?$/, '/')}${PLACE}`;
  if (!pathname.startsWith(root)) return undefined;
  const file = path.join(source(), pathname.slice(root.length));
  const inside = file.startsWith(source() + path.sep);
  return inside && existsSync(file) && statSync(file).isFile() ? file : undefined;
}
