import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

/** `from './tag-paper.ts'`, `import('astro')`, `import './x.css'` */
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g;

/** What a room may not import, as a path from the root or a package name. */
const BORDERS: Record<string, RegExp> = {
  'src/digest': /^(node:|astro(:|$)|src\/(?!digest\/)|scripts\/)/,
  'src/search': /^(node:|astro(:|$)|src\/(?!digest\/|search\/)|scripts\/)/,
  'src/site': /^(scripts\/|src\/(pages|components|layouts)\/)/,
  'src/components': /^(scripts\/|src\/pages\/)/,
  'src/layouts': /^(scripts\/|src\/pages\/)/,
  'src/pages': /^scripts\//,
};

for (const [room, forbidden] of Object.entries(BORDERS)) {
  test(`${room} keeps its border`, () => {
    const crossings = globSync(`${room}/**/*.{ts,astro}`).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(IMPORT)]
        .map(([, specifier]) => resolve(file, specifier!))
        .filter((target) => forbidden.test(target))
        .map((target) => `${file} → ${target}`),
    );
    assert.deepEqual(crossings, []);
  });
}

function resolve(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return path.posix.join(path.posix.dirname(file.split(path.sep).join('/')), specifier);
}
