import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toHeadersFile } from '../../src/site/host-headers.ts';

/** "/a/b/*.xml" and the lines below it */
const RULE = /^(\/.*)\n((?: {2}.+\n)+)/gm;
const EXAMPLE = /```(nginx|caddy|apache)\n([^]*?)```/g;
const LASTS = 'public, max-age=31536000, immutable';

/** How a host reads a path of `_headers`. */
const HOSTS: Record<string, (rule: string) => RegExp> = {
  // A splat is anything, a placeholder a part of a path.
  cloudflare: (rule) => toRegExp(rule.replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+')),
  // The same, but the slash before a last splat may be left out.
  netlify: (rule) =>
    toRegExp(rule.replace(/\/\*$/, '/?.*').replaceAll(/\/\*/g, '/.*').replaceAll(/:\w+/g, '[^/]+')),
};

const toRegExp = (pattern: string) => new RegExp(`^${pattern}/?$`);

for (const [host, read] of Object.entries(HOSTS)) {
  const rules = Array.from(toHeadersFile('/a/b/').matchAll(RULE), ([, path, lines]) => ({
    path: read(path!),
    headers: lines!.trim().split(/\n */),
  }));
  const sent = (path: string, name: string) =>
    rules
      .filter((rule) => rule.path.test(`/a/b/${path}`))
      .flatMap(({ headers }) => headers)
      .filter((header) => header.startsWith(`${name}: `))
      .map((header) => header.slice(name.length + 2));

  test(`${host} keeps what has a hash in its address, and nothing else`, () => {
    for (const path of [
      '_astro/page.DoOjX7Vn.css',
      'search-index/d1a6c9b8da2d1801/core.json',
      'search-index/d1a6c9b8da2d1801/terms/4.json',
    ])
      assert.deepEqual(sent(path, 'Cache-Control'), [LASTS], path);
    for (const path of ['', 'search/', 'search-index/manifest.json', 'feed.json', 'papers/x/'])
      assert.deepEqual(sent(path, 'Cache-Control'), [], path);
  });

  test(`${host} sends each kind of file as what it is, once`, () => {
    for (const [path, type] of [
      ['topics/quantum/rss.xml', 'text/xml; charset=utf-8'],
      ['feed.json', 'application/feed+json; charset=utf-8'],
      ['topics/quantum/feed.json', 'application/feed+json; charset=utf-8'],
      ['papers/x.bib', 'application/x-bibtex; charset=utf-8'],
      ['papers/x.md', 'text/markdown; charset=utf-8'],
      ['site.webmanifest', 'application/manifest+json'],
    ])
      assert.deepEqual(sent(path!, 'Content-Type'), [type], path);
    assert.deepEqual(sent('papers/x/', 'Content-Type'), []);
    assert.deepEqual(sent('api/papers.json', 'Access-Control-Allow-Origin'), ['*']);
  });
}

test('the examples for servers send all that `_headers` says', () => {
  const examples = [...readFileSync('docs/deploy.md', 'utf8').matchAll(EXAMPLE)];
  assert.equal(examples.length, 3);
  const said = [...toHeadersFile('/').matchAll(/^ {2}([\w-]+): (.*)$/gm)];
  for (const [, server, example] of examples)
    for (const [, name, value] of said) {
      if (name !== 'Content-Type') assert.ok(example!.includes(name!), `${server}: ${name}`);
      const main = value!.split('; charset')[0]!;
      assert.ok(example!.includes(main), `${server}: ${value}`);
    }
});
