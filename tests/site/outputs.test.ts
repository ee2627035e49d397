import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { PaperSchema, type Paper } from '../../src/digest/schema.ts';
import { cleanText } from '../../src/digest/render/clean-text.ts';
import { buildSite, SITE_URL, SITES, type SiteName } from '../harness/built-site.ts';
import { addressOf } from '../harness/page-address.ts';

/** `<loc>https://digest.example/a/b/</loc>` */
const LOC = /<loc>([^<]+)<\/loc>/g;
/** `<script type="application/ld+json">{…}</script>` */
const JSON_LD = /<script type="application\/ld\+json">(.*?)<\/script>/gs;
/** What a script element ends or a comment in it begins with. "</script>" */
const ENDS_SCRIPT = /[<>]/;
const NOT_INDEXED = '<meta name="robots" content="noindex">';

for (const name of ['nested', 'hostile'] as const)
  describe(`the machine-readable side of the ${name} site`, () => {
    const site = outputsOf(name);

    test('every record of the API is whole, and has a page and files of its own', () => {
      assert.ok(site.papers.length > 0);
      assert.equal(new Set(site.papers.map(({ id }) => id)).size, site.papers.length);
      for (const record of site.papers) {
        PaperSchema.parse(record);
        assert.equal(record.url, `${site.root}papers/${record.id}/`);
        assert.ok(existsSync(site.file(`papers/${record.id}/index.html`)));
        assert.deepEqual(JSON.parse(site.read(`papers/${record.id}.json`)), record);
      }
    });

    test('topics name papers that there are', () => {
      const topics = JSON.parse(site.read('api/topics.json')) as { id: string; papers: string[] }[];
      const ids = new Set(site.papers.map(({ id }) => id));
      for (const topic of topics) for (const id of topic.papers) assert.ok(ids.has(id), id);
    });

    test('the schema resolves its references', () => {
      const schema = site.read('api/schema.json');
      const { $defs } = JSON.parse(schema) as { $defs: Record<string, unknown> };
      for (const [, definition] of schema.matchAll(/"#\/\$defs\/(\w+)"/g))
        assert.ok($defs[definition!], definition);
    });

    test('each Markdown file has its facts and one heading', () => {
      for (const { id, titleText } of site.papers) {
        const [, facts = '', body = ''] = site.read(`papers/${id}.md`).split(/^---\n/m, 3);
        assert.equal((parse(facts) as { title: string }).title, cleanText(titleText));
        assert.equal(body.match(/^# /gm)?.length, 1);
      }
    });

    test('each citation is one entry', () => {
      for (const { id } of site.papers) {
        const bibtex = site.read(`papers/${id}.bib`);
        assert.match(bibtex, new RegExp(`^@misc\\{${id},\\n(?:  \\w+ = .*,\\n)+\\}\\n$`));
        assert.equal(site.read(`papers/${id}.ris`).match(/^(?:TY|ER) {2}- /gm)?.length, 2);
      }
    });

    test('the sitemap lists the indexable pages, no other', () => {
      const parts = locations(site.read('sitemap-index.xml')).map((part) =>
        part.slice(site.root.length),
      );
      const listed = parts.flatMap((part) => locations(site.read(part)));
      const pages = globSync('**/*.html', { cwd: site.dist })
        .filter((page) => !site.read(page).includes(NOT_INDEXED))
        .map((page) => site.root + addressOf(page));
      assert.deepEqual(listed.toSorted(), pages.toSorted());
      assert.ok(site.read('robots.txt').includes(`Sitemap: ${site.root}sitemap-index.xml\n`));
    });

    test('JSON-LD parses, and nothing in it ends its script', () => {
      for (const page of globSync('**/*.html', { cwd: site.dist }))
        for (const [, json] of site.read(page).matchAll(JSON_LD)) {
          assert.doesNotMatch(json!, ENDS_SCRIPT, page);
          assert.equal(
            (JSON.parse(json!) as { '@context': string })['@context'],
            'https://schema.org',
          );
        }
    });

    test('a paper says what it is', () => {
      for (const { id, titleText } of site.papers) {
        const [article, way] = Array.from(
          site.read(`papers/${id}/index.html`).matchAll(JSON_LD),
          ([, json]) => JSON.parse(json!) as Record<string, unknown>,
        );
        assert.equal(article!['@type'], 'ScholarlyArticle');
        assert.equal(article!['headline'], titleText);
        assert.equal(way!['@type'], 'BreadcrumbList');
      }
    });

    test('the headers for hosts stand below the base path', () => {
      assert.ok(site.read('_headers').includes(`\n${SITES[name].base}_astro/*\n`));
    });
  });

function outputsOf(name: SiteName) {
  let dist = '';
  let papers: Paper[] = [];
  const file = (name: string) => path.join(dist, name);
  const read = (name: string) => readFileSync(file(name), 'utf8');
  before(async () => {
    dist = await buildSite(name);
    papers = JSON.parse(read('api/papers.json')) as Paper[];
  });
  return {
    root: SITE_URL + SITES[name].base,
    file,
    read,
    get dist() {
      return dist;
    },
    get papers() {
      return papers;
    },
  };
}

const locations = (xml: string) => Array.from(xml.matchAll(LOC), ([, location]) => location!);
