import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import type { Paper } from '../../src/digest/schema.ts';
import { buildSite, SITE_URL, SITES, type SiteName } from '../harness/built-site.ts';
import { saidByPages, type Said } from './said-by-pages.ts';

/** LaTeX or an entity where it was not read: `$x_2$`, `\alpha`, `&amp;` */
const UNREAD = /\$[^$]*[\\^_][^$]*\$|\\[a-z]+|&(?:[a-z]+|#\w+);/i;
/** What a template writes for a value that is not there. */
const UNFILLED = /\b(?:undefined|NaN)\b|\[object /;
/** `papers/`, `topics/circuits/page/2/`, the home page */
const LISTS = /^(?:(?:papers|topics|digests)\/(?!.*\.html)(?:page\/.*)?|(?:topics|digests)\/.*|)$/;
/** `papers/kan/`, but not `papers/page/2/` */
const PAPER = /^papers\/(?!page\/)([^/]+)\/$/;

for (const name of ['nested', 'hostile'] as const)
  describe(`what all pages of the ${name} site say of themselves`, () => {
    const root = SITE_URL + SITES[name].base;
    const site = readSite(name);

    test('each has a title and a description that no other page has', () => {
      for (const field of ['title', 'description'] as const) {
        const seen = new Map<string, string>();
        for (const [page, said] of site.indexed) {
          const text = said[field];
          assert.ok(text.trim(), page);
          assert.equal(seen.get(text), undefined, `${page} has the ${field} of ${seen.get(text)}`);
          seen.set(text, page);
        }
      }
    });

    test('the address of a page is its canonical one and that of its preview', () => {
      for (const [page, { canonical, metas }] of site.indexed) {
        assert.equal(canonical, root + page);
        assert.deepEqual(metas['og:url'], [root + page]);
      }
    });

    test('a preview says what the page says', () => {
      for (const [page, { title, description, metas }] of site.all) {
        const [preview = ''] = metas['og:title'] ?? [];
        assert.ok(preview && title.startsWith(preview), page);
        assert.deepEqual(metas['og:description'], [description], page);
        assert.deepEqual(metas['og:type'], [PAPER.test(page) ? 'article' : 'website'], page);
      }
    });

    test('each list is a collection, each paper an article, each on a way that ends with it', () => {
      for (const [page, { data }] of site.indexed) {
        const kinds = data.map((item) => item['@type']);
        const way = page === '' ? [] : ['BreadcrumbList'];
        if (PAPER.test(page)) assert.deepEqual(kinds, ['ScholarlyArticle', ...way], page);
        else if (LISTS.test(page)) assert.deepEqual(kinds, ['CollectionPage', ...way], page);
        else assert.deepEqual(kinds, [], page);
        if (kinds.length > 0) assert.equal(data[0]!['url'], root + page);
        for (const { itemListElement: steps } of data.slice(1)) {
          assert.equal((steps as { item: string }[]).at(-1)!.item, root + page);
        }
      }
    });

    test('a paper says to reference managers what its record knows, and no more', () => {
      for (const paper of site.papers) {
        const { metas, data } = site.byPage.get(`papers/${paper.id}/`)!;
        const { arxiv, doi } = paper.identifiers;
        const { author, identifier } = data[0]!;
        assert.deepEqual(metas['citation_title'], [paper.titleText]);
        assert.deepEqual(metas['citation_author'] ?? [], paper.authors ?? []);
        assert.deepEqual(metas['citation_arxiv_id'] ?? [], [arxiv].filter(Boolean));
        assert.deepEqual(metas['citation_doi'] ?? [], [doi].filter(Boolean));
        assert.equal(metas['citation_pdf_url']?.length ?? 0, arxiv ? 1 : 0);
        assert.equal((author as object[] | undefined)?.length ?? 0, paper.authors?.length ?? 0);
        assert.equal(
          (identifier as object[] | undefined)?.length ?? 0,
          [arxiv, doi].filter(Boolean).length,
        );
        assert.ok(metas['citation_publication_date'] === undefined || arxiv || paper.published);
      }
    });
  });

test('titles, descriptions and previews of the shipped papers are plain Unicode', async () => {
  for (const [page, { title, description, metas }] of saidByPages(await buildSite('nested'))) {
    for (const text of [title, description, ...(metas['og:title'] ?? [])]) {
      assert.doesNotMatch(text, UNREAD, page);
      assert.doesNotMatch(text, UNFILLED, page);
    }
  }
});

test('a page that leads elsewhere has a title and a description that no other page has', async () => {
  const seen = new Set<string>();
  let moved = 0;
  for (const [page, html] of htmlOf(await buildSite('nested'))) {
    if (html.includes('<meta http-equiv="refresh"')) moved += 1;
    for (const pattern of [/<title>[^<]*/, /<meta name="description" content="[^"]*/]) {
      const said = pattern.exec(html)![0];
      assert.ok(!seen.has(said), `${page}: ${said}`);
      seen.add(said);
    }
  }
  assert.ok(moved > 1);
});

test('the heading of a part of a list says which part, as one writes it', async () => {
  const parts = htmlOf(await buildSite('hostile')).filter(([page]) => /\/page\/\d+\//.test(page));
  assert.ok(parts.some(([page]) => page.startsWith('topics/')));
  assert.ok(parts.some(([page]) => page.startsWith('digests/')));
  for (const [page, html] of parts)
    assert.match(/<h1>(.*?)<\/h1>/s.exec(html)![1]!, /^\S.*\S, page \d+ of \d+$/, page);
});

/** The pages of a site by their path. */
function htmlOf(dist: string): [page: string, html: string][] {
  return globSync('**/*.html', { cwd: dist }).map((file) => [
    file.split(path.sep).join('/'),
    readFileSync(path.join(dist, file), 'utf8'),
  ]);
}

function readSite(name: SiteName) {
  const site = {
    byPage: new Map<string, Said>(),
    all: [] as [string, Said][],
    /** Without those that no search engine takes up. */
    indexed: [] as [string, Said][],
    papers: [] as Paper[],
  };
  before(async () => {
    const dist = await buildSite(name);
    site.byPage = saidByPages(dist);
    site.all = [...site.byPage];
    site.indexed = site.all.filter(([, { metas }]) => !metas['robots']);
    site.papers = JSON.parse(readFileSync(path.join(dist, 'api/papers.json'), 'utf8')) as Paper[];
  });
  return site;
}
