import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { buildSite, SITE_URL } from '../harness/built-site.ts';

/** What a checkout holds that a build reads. */
const CHECKOUT = [
  'astro.config.mjs',
  'content',
  'package-lock.json',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];

/** Said by a build that uses the code of the one before. */
const WITHOUT_ASTRO = 'the code that the last build compiled';

let elsewhere: string;
before(() => {
  elsewhere = mkdtempSync(path.join(tmpdir(), 'offprint elsewhere '));
  for (const name of CHECKOUT.toReversed()) {
    cpSync(name, path.join(elsewhere, name), { recursive: true });
  }
  symlinkSync(path.resolve('node_modules'), path.join(elsewhere, 'node_modules'), 'junction');
});
after(() => rmSync(elsewhere, { recursive: true, force: true }));

test('a build in another folder, time zone and locale writes the same bytes', async () => {
  const here = await buildSite('shipped');
  await buildElsewhere({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
  assertSameFiles(path.join(elsewhere, 'dist'), here);
});

/** What an operator does to a file of `content/`. */
interface Change {
  what: string;
  file: string;
  edit: (text: string) => string;
  /** The fonts, or all pages, are others: the code is compiled anew. */
  isCompiled?: true;
}

const CHANGES: Change[] = [
  {
    // Another topic, and a letter that no font of the site had before.
    what: 'a changed paper',
    file: 'dumps/2025-03-14.txt',
    edit: (text) =>
      text.replace(
        'is circuit analysis:',
        'is quantized Ж circuit analysis, post-training quantization:',
      ),
    isCompiled: true,
  },
  {
    what: 'a paper of another day',
    file: 'dumps/2025-03-15.txt',
    edit: () => 'A New Quantization of Graph Neural Networks\n\nWe quantize graphs (GQN).\n',
  },
  {
    what: 'a paper less',
    file: 'dumps/2025-03-14.txt',
    edit: (text) => text.split('\n').slice(0, -4).join('\n'),
  },
  {
    what: 'a correction',
    file: 'corrections.yaml',
    edit: (text) => `${text}\na-new-quantization-of-graph-neural-networks:\n  title: Newer $x^2$\n`,
  },
  {
    what: 'another name of a topic',
    file: 'topics.yaml',
    edit: (text) => text.replace(/label: .*/, 'label: Renamed'),
  },
  {
    what: 'another title of the site',
    file: 'site.yaml',
    edit: (text) => text.replace(/title: .*/, 'title: Another'),
    isCompiled: true,
  },
];

/** After so many of them the site is compared with a fresh one: what every page shows comes last. */
const COMPARED = new Set([3, 5, 6]);

test('a rebuild writes what a fresh build writes, whatever has changed', async () => {
  for (const [at, { what, file, edit, isCompiled = false }] of CHANGES.entries()) {
    const place = path.join(elsewhere, 'content', file);
    const text = existsSync(place) ? readFileSync(place, 'utf8') : '';
    const changed = edit(text);
    assert.notEqual(changed, text, what);
    writeFileSync(place, changed);
    const said = await buildElsewhere();
    assert.equal(!said.includes(WITHOUT_ASTRO), isCompiled, what);
    if (!COMPARED.has(at + 1)) continue;
    const fresh = `fresh-${at}`;
    await buildElsewhere({
      DIGEST_DIR: `${fresh}/.digest`,
      CACHE_DIR: `${fresh}/.cache`,
      OUT_DIR: `${fresh}/dist`,
    });
    assertSameFiles(path.join(elsewhere, 'dist'), path.join(elsewhere, fresh, 'dist'));
  }
});

/** What somebody does to the files of a built site, or to what is kept of its build. */
const DAMAGES: { what: string; damage: (place: (name: string) => string) => void }[] = [
  {
    what: 'files of nobody and changed pages',
    damage: (place) => {
      mkdirSync(place('dist/papers/nobody'));
      writeFileSync(place('dist/papers/nobody/index.html'), 'nobody');
      writeFileSync(place('dist/about/index.html'), 'changed');
      rmSync(place('dist/topics'), { recursive: true });
      writeFileSync(place('dist/topics'), 'no folder');
    },
  },
  {
    what: 'no style sheets',
    damage: (place) => rmSync(place('dist/_astro'), { recursive: true }),
  },
  {
    what: 'code that is not whole',
    damage: (place) => {
      const [entry] = globSync(place('.cache/astro/compiled/prerender-entry.*'));
      writeFileSync(entry!, 'export const app = {};');
    },
  },
  {
    what: 'code that makes other pages',
    damage: (place) => {
      for (const file of globSync(place('.cache/astro/compiled/**/*.mjs')))
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Abstract', 'Abridged'));
    },
  },
];

test('a rebuild puts right what somebody has done to the files of the last build', async () => {
  await buildElsewhere();
  const before = path.join(elsewhere, 'before');
  cpSync(path.join(elsewhere, 'dist'), before, { recursive: true });
  for (const { damage } of DAMAGES) {
    damage((name) => path.join(elsewhere, name));
    await buildElsewhere();
    assertSameFiles(path.join(elsewhere, 'dist'), before);
  }
});

/** Returns what it said. */
async function buildElsewhere(env: Record<string, string> = {}): Promise<string> {
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ['scripts/build.ts', '--verbose'],
    {
      cwd: elsewhere,
      env: { ...process.env, SITE_URL, BASE_PATH: '/', ...env },
      maxBuffer: 2 ** 26,
    },
  );
  return stderr;
}

function assertSameFiles(actual: string, expected: string): void {
  const names = filesBelow(expected);
  assert.deepEqual(filesBelow(actual), names);
  const differing = names.filter(
    (name) =>
      !readFileSync(path.join(actual, name)).equals(readFileSync(path.join(expected, name))),
  );
  assert.deepEqual(differing, []);
}

function filesBelow(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
}
