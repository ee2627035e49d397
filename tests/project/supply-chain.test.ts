import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
}

const MOST_PACKAGES = 400;
/** The first versions without a known hole that dump text could reach. */
const SAFE_SINCE = {
  katex: '0.18.2', // settings could be polluted through Object.prototype
  'fast-xml-parser': '4.4.1', // CVE-2024-41818: quadratic time
  nodemailer: '7.0.7', // CVE-2025-13033: an address could name another domain
  yaml: '2.2.2', // CVE-2023-2251: an uncaught exception on a malformed document
  vite: '7.1.5', // CVE-2025-58751: files served from outside the root
} as const;

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const locked = Object.entries(lock.packages).filter(([name]) => name !== '');

test('every dependency has an exact version', () => {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
  for (const kind of kinds) {
    for (const [name, version] of Object.entries(manifest[kind] as Record<string, string>)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
    }
  }
});

test(`npm installs at most ${MOST_PACKAGES} packages`, () => {
  // The lockfile lists every platform's binaries; this one lists what npm put on this machine.
  const installed = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8'));
  const count = Object.keys(installed.packages).length;
  assert.ok(count <= MOST_PACKAGES, `${count} packages`);
});

test('there is one copy of KaTeX, and nothing older than its first safe version', () => {
  const copies = locked.filter(([name]) => name.endsWith('node_modules/katex'));
  assert.equal(copies.length, 1);
  for (const [name, since] of Object.entries(SAFE_SINCE)) {
    const held = locked.filter(([path]) => path.endsWith(`node_modules/${name}`));
    assert.ok(held.length > 0, `${name} is not in the lockfile`);
    for (const [path, { version }] of held) {
      assert.ok(atLeast(version!, since), `${path} ${version} is older than ${since}`);
    }
  }
});

test('no package needs its install script', () => {
  // That of esbuild only puts its program in the place of a script that starts it.
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
  assert.deepEqual(
    scripted.map(([name]) => name),
    ['node_modules/esbuild'],
  );
});

test('what is installed is what was locked, by its hash', () => {
  const unknown = locked.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'));
  assert.deepEqual(
    unknown.map(([name]) => name),
    [],
  );
});

test('the lockfile names no host to fetch from', () => {
  const hosts = locked.map(([, { resolved }]) => resolved).filter((resolved) => resolved);
  assert.deepEqual(hosts, []);
});

function atLeast(version: string, since: string): boolean {
  return version.localeCompare(since, 'en', { numeric: true }) >= 0;
}
