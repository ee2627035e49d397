import { buildSite } from './build.ts';
import { serveBuiltSite } from './preview.ts';

/** `npm start`: builds the site from `content/` and serves it. */
await buildSite();
await serveBuiltSite();
