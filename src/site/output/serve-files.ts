import type { AstroIntegration } from 'astro';
import { textOf, type SiteFile } from '../files/site-file.ts';
import { toBasePath } from './places.ts';

type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** Serves in development what a build writes beside the pages. */
export function serveFiles(server: Server): void {
  let files: Promise<Map<string, SiteFile>> | undefined;
  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    files ??= load(server);
    files
      .then((known) => {
        const file = known.get(decodeURIComponent(pathname));
        if (!file) return next();
        response.setHeader('Content-Type', `${file.type}; charset=utf-8`);
        response.end(textOf(file));
      })
      .catch(next);
  });
}

/** The files by their address. Loaded by the server, whose modules are as new as its digest. */
async function load(server: Server): Promise<Map<string, SiteFile>> {
  const { siteFiles } = (await server.ssrLoadModule('/src/site/files/site-files.ts')) as {
    siteFiles: () => Iterable<SiteFile>;
  };
  const root = toBasePath(server.config.base);
  return new Map(Array.from(siteFiles(), (file) => [root + file.path, file]));
}
