/** `npm start`: builds the site from `content/` and serves it. */
await import('./build.ts');
await import('./preview.ts');
