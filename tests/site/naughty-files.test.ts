import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { shortTitle } from '../../src/digest/render/sentences.ts';
import type { Paper } from '../../src/digest/schema.ts';
import type { PaperPage } from '../../src/site/papers.ts';
import { STOP_WORDS } from '../../src/search/text/stop-words.ts';
import { toAtom } from '../../src/site/feeds/to-atom.ts';
import { toJsonFeed } from '../../src/site/feeds/to-json-feed.ts';
import { toRss } from '../../src/site/feeds/to-rss.ts';
import { textOf as textOfFile } from '../../src/site/files/site-file.ts';
import { ROWS } from '../digest/hostile-rows.ts';
import { NAUGHTY } from '../digest/naughty-strings.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { searchOver } from '../search/shipped-search.ts';

/**
 * Every hostile row and naughty string as a title and in an abstract, published by the build's own
 * command, and read back from each file of the site as other programs read it.
 */
const DAY = '2025-03-14';
const FILLER =
  'This is plain text, as long as an abstract is, so that nothing is told by its length alone.';
/** As pasted, by what is read. */
const STRINGS = new Map(
  [...Object.values(ROWS), ...Object.values(NAUGHTY)]
    .flat()
    .map((row) => (typeof row === 'string' ? [row, row] : [row[1], row[0]])),
);

const folder = temporaryFolder();
let papers: readonly PaperPage[];
let files: Map<string, string>;

before(async () => {
  const entries = [...STRINGS.values()].flatMap((text, at) => [
    `${text}\n\n${FILLER} Number ${at}.\n`,
    `Paper ${at}\n\n${text} ${FILLER}\n`,
  ]);
  const content = path.join(folder, 'content');
  mkdirSync(path.join(content, 'dumps'), { recursive: true });
  writeFileSync(path.join(content, 'dumps', `${DAY}.txt`), entries.join('\n'));
  writeFileSync(path.join(content, 'topics.yaml'), 'topics: []\n');
  writeFileSync(path.join(content, 'site.yaml'), 'title: Naughty\ndescription: Strings.\n');
  Object.assign(process.env, {
    CONTENT_DIR: content,
    DIGEST_DIR: path.join(folder, 'digest'),
    SITE_URL: 'https://digest.example',
    BASE_PATH: '/a/b/',
  });
  execFileSync(process.execPath, ['scripts/build-digest.ts'], { stdio: 'pipe' });
  // What they read is read once, where they are first asked for.
  ({ papers } = await import('../../src/site/papers.ts'));
  const { siteFiles } = await import('../../src/site/files/site-files.ts');
  files = new Map(Array.from(siteFiles(), (file) => [file.path, textOfFile(file)]));
});

/** The papers in whose title or abstract a string stands, as they were pasted. */
const held = () => papers.map(({ paper }) => paper);
const fileOf = ({ id }: Paper, extension: string) => files.get(`papers/${id}.${extension}`)!;
/** Spaces that a reading may fold. "a  b" */
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

test('every string is a paper of its own, with files of safe names', () => {
  assert.equal(papers.length, 2 * STRINGS.size);
  for (const name of files.keys()) assert.match(name, /^[a-z0-9]+([./_-][a-zA-Z0-9]+)*$/);
});

test('HTML: elements of phrasing alone, and their text is the text', () => {
  const parts = papers.flatMap((page) => [
    [page.titleHtml, shortTitle(page.paper.titleText)],
    [page.markedTitleHtml, page.paper.titleText],
    [page.abstractHtml, page.paper.abstractText],
    [page.pastedAbstractHtml ?? '', page.pastedAbstractHtml ? page.paper.source.abstract : ''],
  ]);
  for (const [html, text] of parts) {
    const shown = textOf(html!);
    if (!html!.includes('<math')) assert.equal(folded(shown), folded(text!));
  }
});

/** `<em>`, `<a href="…" rel="…">`, `<mo stretchy="false">` */
const PHRASING =
  /<\/?(?:a|code|em|strong|mark|span|math|semantics|annotation|m[a-z]+)(?: (?:href|rel|class|aria-label|encoding|[a-z]+)="[^"<>]*")*>/g;
const HANDLER = / (?:on[a-z]+|style|src|srcdoc)=/;
const REFERENCE = /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot));/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The text of HTML that holds no element but those of phrasing, none with a handler. */
function textOf(html: string): string {
  const text = html.replace(PHRASING, (tag) => {
    assert.doesNotMatch(tag, HANDLER);
    assert.doesNotMatch(tag, / href="(?!https?:)/);
    return '';
  });
  assert.doesNotMatch(text, /</);
  return text.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) =>
    name
      ? NAMED[name.toLowerCase()]!
      : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );
}

test('JSON-LD and meta: the very title; nothing in it ends a script', async () => {
  const { highwireMeta, paperJsonLd, scriptJson } = await import('../../src/site/json-ld.ts');
  for (const page of papers) {
    const json = scriptJson(paperJsonLd(page));
    assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
    const { headline, abstract } = JSON.parse(json);
    assert.deepEqual([headline, abstract], [page.paper.titleText, page.paper.abstractText]);
    const metas = new Map(highwireMeta(page).map(({ name, content }) => [name, content]));
    assert.equal(metas.get('citation_title'), page.paper.titleText);
  }
});

test('JSON: the records', () => {
  const all = JSON.parse(files.get('api/papers.json')!) as Paper[];
  for (const [at, paper] of held().entries()) {
    const { url, ...record } = JSON.parse(fileOf(paper, 'json')) as Paper;
    assert.equal(url, `https://digest.example/a/b/papers/${paper.id}/`);
    assert.deepEqual(record, paper);
    assert.deepEqual(all[at], { ...record, url });
  }
});

test('Markdown: front matter is YAML; title and abstract are a heading and a paragraph of text', () => {
  const processor = unified().use(remarkParse).use(remarkMath);
  for (const paper of held()) {
    const [, front, body] = /^---\n([^]*?\n)---\n\n([^]*)$/.exec(fileOf(paper, 'md'))!;
    assert.equal(parseYaml(front!).title, paper.titleText);
    const { children } = processor.parse(body!);
    assert.deepEqual(
      children.slice(0, 2).map(({ type }) => type),
      ['heading', 'paragraph'],
    );
    if (paper.repairs.length > 0) continue;
    assert.deepEqual(children.slice(0, 2).map(textOfNode), [paper.titleText, paper.abstractText]);
  }
});

/** The text of a node that holds text and links alone. */
function textOfNode(node: { type: string }): string {
  if ('value' in node) return String(node.value);
  assert.match(node.type, /^(heading|paragraph|link)$/);
  return (node as unknown as { children: { type: string }[] }).children.map(textOfNode).join('');
}

test('BibTeX: one entry, braces balanced, nothing that TeX would run', () => {
  for (const paper of held()) {
    const bib = fileOf(paper, 'bib');
    assert.match(bib, new RegExp(`^@misc\\{${paper.id},\\n(?:  [a-zA-Z]+ = .*,\\n)+\\}\\n$`));
    let depth = 0;
    for (const { 0: brace, index } of bib.matchAll(/[{}]/g)) {
      depth += brace === '{' ? 1 : -1;
      assert.equal(depth === 0, index === bib.length - 2, 'the last brace ends the entry');
    }
    if (paper.repairs.length === 0) {
      const title = /^ {2}title = \{(.*)\},$/m.exec(bib)![1]!;
      assert.equal(textOfTex(title), paper.titleText);
    }
  }
});

/** `{`, `\textbar{}`, `\&`, `-{}` */
const TEX = /\\text([a-z]+)\{\}|\\([$&#%_])|\{\}|[{}]/g;
const SIGNS: Record<string, string> = {
  backslash: '\\',
  braceleft: '{',
  braceright: '}',
  asciitilde: '~',
  asciicircum: '^',
  less: '<',
  greater: '>',
  bar: '|',
};
const textOfTex = (tex: string) =>
  tex.replace(TEX, (_, name?: string, sign?: string) => (name ? SIGNS[name]! : (sign ?? '')));

test('RIS: one record, one line a field', () => {
  for (const paper of held()) {
    const lines = fileOf(paper, 'ris').split('\r\n');
    assert.equal(lines.pop(), '');
    for (const line of lines) assert.match(line, /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
    const tags = lines.map((line) => line.slice(0, 2));
    assert.deepEqual(
      tags,
      ['TY', 'ID', 'TI', 'UR', 'AB', 'ER'].filter((tag) => tags.includes(tag)),
    );
    assert.equal(lines[2], `TI  - ${paper.titleText.trim()}`);
  }
});

test('feeds: each format gives back the same title and the same text', async () => {
  const { makeChannels } = await import('../../src/site/feeds/channels.ts');
  const { feedPages } = await import('../../src/site/feeds/feed-pages.ts');
  const { readFeedSource } = await import('../../src/site/feeds/feed-source.ts');
  // Few enough for the document that readers subscribe to, which has the bodies.
  for (let from = 0; from < papers.length; from += 100) {
    const some = { ...readFeedSource(), papers: papers.slice(from, from + 100) };
    const [feed] = feedPages(makeChannels(some)[0]!, some);
    const rss = parseRssFeed(toRss(feed!)).items!;
    const atom = parseAtomFeed(toAtom(feed!)).entries!;
    const json = parseJsonFeed(toJsonFeed(feed!)).items!;
    for (const [at, { paper, abstractHtml }] of some.papers.entries()) {
      for (const [title, body] of [
        [rss[at]!.title, rss[at]!.content?.encoded],
        [atom[at]!.title?.value, atom[at]!.content?.value],
        [json[at]!.title, json[at]!.content_html],
      ]) {
        assert.equal(title, shortTitle(folded(paper.titleText)));
        const [, paragraph] = /<p>(.*?)<\/p>/s.exec(body!)!;
        const shown = textOf(paragraph!);
        if (!abstractHtml.includes('<math'))
          assert.equal(folded(shown), folded(paper.abstractText));
      }
    }
  }
});

/** A word of a title, as one would type it. "alert" */
const WORD = /(?<![\p{L}\p{N}\p{M}_])[a-z]{4,20}(?![\p{L}\p{N}\p{M}_])/giu;

test('search: no string is too strange a query, and its words find its paper', async () => {
  const index = [...files].flatMap(([name, text]): [string, string][] =>
    name.startsWith('search-index/') ? [[name.slice('search-index/'.length), text]] : [],
  );
  const search = await searchOver(new Map(index));
  for (const { titleText, id } of held().filter(({ titleText: text }) => !/^Paper \d/.test(text))) {
    await search.find({ text: titleText });
    const words = [...titleText.matchAll(WORD)]
      .map(([word]) => word)
      .filter((word) => !STOP_WORDS.has(word.toLowerCase()))
      .slice(0, 3);
    if (words.length === 0) continue;
    const { hits } = await search.find({ text: words.join(' '), limit: 1000 });
    assert.ok(
      hits.some((hit) => hit.id === id),
      `${words.join(' ')} finds ${titleText}`,
    );
  }
});
