import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { buildSite, SITES, type SiteName } from '../harness/built-site.ts';
import { addressOf } from '../harness/page-address.ts';

/** `<a href="/a/b/papers/#x">`, not `&lt;a href="javascript:…"` in a text */
const ADDRESS = /<[a-z][^>]*?\s(?:href|src|action)="([^"]*)"/g;
/** ` id="main"` */
const ID = /\sid="([^"]*)"/g;
/** `<a href="https://github.com/a/b">` */
const CODE_LINK = /<a [^>]*href="https:\/\/github\.com\/[^>]*>/g;

interface ReadPage {
  ids: Set<string>;
  addresses: string[];
  code: string[];
}

interface ReadSite {
  base: string;
  dist: string;
  /** By their paths below the base. */
  pages: Map<string, ReadPage>;
}

async function readSite(name: SiteName): Promise<ReadSite> {
  const dist = await buildSite(name);
  const pages = new Map<string, ReadPage>();
  for (const file of globSync('**/*.html', { cwd: dist })) {
    const html = readFileSync(path.join(dist, file), 'utf8');
    // A page that only leads elsewhere is reached by old addresses.
    if (html.includes('<meta http-equiv="refresh"')) continue;
    pages.set(addressOf(file), {
      ids: new Set([...html.matchAll(ID)].map((match) => match[1]!)),
      addresses: [...html.matchAll(ADDRESS)].map((match) => match[1]!.replaceAll('&amp;', '&')),
      code: html.match(CODE_LINK) ?? [],
    });
  }
  return { base: SITES[name].base, dist, pages };
}

for (const name of Object.keys(SITES) as SiteName[])
  test(`every address on the ${name} site leads to a page, a file or an anchor that exists`, async () => {
    const site = await readSite(name);
    const broken = [...site.pages].flatMap(([from, { addresses }]) =>
      addresses
        .filter((address) => isBroken(site, from, address))
        .map((address) => `${from} → ${address}`),
    );
    assert.deepEqual([...new Set(broken)], []);
  });

let nested: ReadSite;
before(async () => {
  nested = await readSite('nested');
});

test('every address is http(s), mail, or stands below the base path', () => {
  const { base, pages } = nested;
  const strange = [...pages].flatMap(([from, { addresses }]) =>
    addresses
      .filter((address) => !/^(https?:\/\/|mailto:|#)/.test(address) && !address.startsWith(base))
      .map((address) => `${from} → ${address}`),
  );
  assert.deepEqual(strange, []);
});

test('a link that an abstract gave is not vouched for', () => {
  const code = [...nested.pages.values()].flatMap((page) => page.code);
  assert.ok(code.length > 0);
  assert.deepEqual(
    code.filter((link) => !link.includes('rel="nofollow noopener"')),
    [],
  );
});

test('every page is reached from the home page, each paper in at most three steps', () => {
  const { base, pages } = nested;
  const steps = new Map([['', 0]]);
  for (const [page, distance] of steps) {
    for (const address of pages.get(page)?.addresses ?? []) {
      const next = pathBelow(base, address);
      if (next !== undefined && pages.has(next) && !steps.has(next)) steps.set(next, distance + 1);
    }
  }
  const far = [...pages.keys()].filter(
    (page) =>
      page !== '404.html' && (steps.get(page) ?? Infinity) > (page.startsWith('papers/') ? 3 : 4),
  );
  assert.deepEqual(far, []);
});

function isBroken({ base, dist, pages }: ReadSite, from: string, address: string): boolean {
  if (/^(https?:|mailto:)/.test(address)) return false;
  const [, anchor = ''] = address.split('#');
  const target = address.startsWith('#') ? from : pathBelow(base, address);
  if (target === undefined) return true;
  const page = pages.get(target);
  if (!page) return !existsSync(path.join(dist, target)) || target.endsWith('/');
  return anchor !== '' && !page.ids.has(decodeURIComponent(anchor));
}

/** `/a/b/papers/?q=x#y` → `papers/`; undefined for another host. */
function pathBelow(base: string, address: string): string | undefined {
  if (!address.startsWith(base)) return undefined;
  return decodeURIComponent(address.slice(base.length).replace(/[?#].*$/, ''));
}
