import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SEARCH_SOURCES, SOURCES, WORDS_SOURCES } from '../../scripts/kept-results.ts';

/** `from './tag-paper.ts'`, `import('astro')`, `import './x.css'` */
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g;
/** `import type { Paper } from '../schema.ts'` */
const TYPES_ALONE = /^import type [^;]*;/gm;

/** What a room may not import, as a path from the root or a package name. */
const BORDERS: Record<string, RegExp> = {
  'src/digest': /^(node:|astro(:|$)|src\/(?!digest\/)|scripts\/)/,
  'src/search': /^(node:|astro(:|$)|src\/(?!digest\/|search\/)|scripts\/)/,
  'src/site': /^(scripts\/|src\/(pages|components|layouts)\/)/,
  'src/email': /^(astro(:|$)|src\/(?!digest\/|site\/|email\/)|scripts\/)/,
  'src/browser': /^(node:|astro(:|$)|src\/(?!search\/|site\/|browser\/)|scripts\/)/,
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

test('scripts of pages reach nothing that a browser has not', () => {
  const reached = new Set(globSync('src/browser/*.ts').flatMap(reachedFrom));
  assert.ok(reached.size > 30);
  assert.deepEqual(
    [...reached].filter((target) => /^(?:node:|astro\b|zod$)/.test(target)),
    [],
  );
});

/** A rebuild loads them anew, for a few pages: reading Markdown and TeX is the digest's, once. */
for (const start of ['src/pages/papers/[id].astro', 'src/site/files/site-files.ts']) {
  test(`${start} loads no reader of Markdown or TeX`, () => {
    const packages = reachedFrom(start).filter((target) => !target.startsWith('src/'));
    assert.ok(packages.length > 0);
    assert.deepEqual(
      packages.filter((name) => /^(?:unified|katex|(?:remark|rehype|mdast|hast)-)/.test(name)),
      [],
    );
  });
}

/** Started in another way it reports each build to its makers. */
test('Astro is started by load-astro.ts alone', () => {
  const starters = globSync('{scripts,tests/harness}/**/*.ts').filter((file) =>
    importsOf(file).includes('astro'),
  );
  assert.deepEqual(starters, [path.join('scripts', 'load-astro.ts')]);
});

/** It came with Node 24.2; the newest 24 that npm has for Apple silicon is 24.0, where it says nothing. */
test('no program asks import.meta.main', () => {
  const asking = globSync('{scripts,src}/**/*.ts').filter((file) =>
    /^(?! \*).*import\.meta\.main/m.test(readFileSync(file, 'utf8')),
  );
  assert.deepEqual(asking, []);
});

/** Whoever forgets a module keeps, after it has changed, what the old one made. */
for (const [what, sources] of Object.entries({
  'papers and results': SOURCES,
  'words of papers': [...SOURCES, ...WORDS_SOURCES],
  'found papers': [...SOURCES, ...SEARCH_SOURCES],
})) {
  test(`what is kept of ${what} goes by every module that makes it`, () => {
    const files = globSync(['src/**/*.ts', 'scripts/*.ts']).map((file) =>
      file.split(path.sep).join('/'),
    );
    const reached = files.filter((file) => isAmong(sources, file)).flatMap(reachedFrom);
    const modules = new Set(reached.filter((file) => /^(?:src|scripts)\//.test(file)));
    assert.ok(modules.size > 100);
    assert.deepEqual(
      [...modules].filter((file) => !isAmong(sources, file)),
      [],
    );
  });
}

/** Whether a file is one of these, or lies in a folder that is. */
function isAmong(places: readonly string[], file: string): boolean {
  return places.some((place) => file === place || file.startsWith(`${place}/`));
}

/** All that a module imports, and what those do, types left out. */
function reachedFrom(start: string): string[] {
  const reached = new Set([start]);
  for (const file of reached) {
    if (!/^(?:src|scripts)\/.*\.(?:ts|astro)$/.test(file)) continue;
    for (const specifier of importsOf(file)) reached.add(resolve(file, specifier));
  }
  return [...reached];
}

/** What a module imports, types left out. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8').replace(TYPES_ALONE, '');
  return Array.from(source.matchAll(IMPORT), ([, specifier]) => specifier!);
}

function resolve(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return path.posix.join(path.posix.dirname(file.split(path.sep).join('/')), specifier);
}
