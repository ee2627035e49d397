import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite } from '../../../tests/harness/built-site.ts';
import { toSearchDocument } from '../../../src/search/document/search-document.ts';
import { buildIndex } from '../../../src/search/index/build-index.ts';
import type { Corpus } from '../../eval/search/corpus.ts';
import { installPeers, PEERS } from '../install-peers.ts';

/** What is served for one search engine, and where its page stands. */
export interface Contender {
  name: string;
  files: Map<string, string | Uint8Array>;
  folder?: string;
  /** The page; a script of it answers an input in `input[type=search]` in `#search-results`. */
  page: string;
}

/** The page of the built site, over an index of the given papers. */
export async function shippedContender({ rendered, topics }: Corpus): Promise<Contender> {
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const index = buildIndex(
    rendered.map((paper) => toSearchDocument(paper, labels)),
    topics,
  );
  return {
    name: 'Offprint',
    files: new Map([...index].map(([name, text]) => [`/search-index/${name}`, text])),
    folder: await buildSite('shipped'),
    page: '/search/',
  };
}

/** Fuse.js as it comes, over all titles and abstracts, on the main thread. */
export function fuseContender({ plain }: Corpus): Contender {
  const script = `
    import Fuse from '/fuse.mjs';
    const index = fetch('/papers.json').then((r) => r.json())
      .then((papers) => new Fuse(papers, { keys: ['title', 'abstract'] }));
    window.answer = async (text) => (await index).search(text, { limit: 10 }).map(({ item }) => item.title);`;
  const require = createRequire(import.meta.url);
  return {
    name: 'Fuse.js',
    files: new Map<string, string | Uint8Array>([
      ['/', pageOf(script)],
      [
        '/fuse.mjs',
        readFileSync(path.join(path.dirname(require.resolve('fuse.js')), 'fuse.min.mjs')),
      ],
      ['/papers.json', JSON.stringify(plain)],
    ]),
    page: '/',
  };
}

/** Pagefind over the same titles and abstracts, or undefined where it cannot be installed. */
export async function pagefindContender({ plain }: Corpus): Promise<Contender | undefined> {
  if (!installPeers()) return undefined;
  // The package has no entry for require.resolve; its `import` condition names this file.
  const entry = path.join(PEERS, 'node_modules/pagefind/lib/index.js');
  const pagefind = (await import(pathToFileURL(entry).href)) as Pagefind;
  const { index } = await pagefind.createIndex({});
  for (const { id, title, abstract } of plain)
    await index.addCustomRecord({
      url: `/papers/${id}/`,
      content: `${title}. ${abstract}`,
      language: 'en',
      meta: { title },
    });
  const { files } = await index.getFiles();
  await pagefind.close();
  const script = `
    const found = import('/pagefind/pagefind.js');
    window.answer = async (text) => {
      const { results } = await (await found).search(text);
      return Promise.all(results.slice(0, 10).map(async (one) => (await one.data()).meta.title));
    };`;
  return {
    name: 'Pagefind',
    files: new Map<string, string | Uint8Array>([
      ['/', pageOf(script)],
      ...files.map(({ path: name, content }) => [`/pagefind/${name}`, content] as const),
    ]),
    page: '/',
  };
}

interface Pagefind {
  createIndex: (options: object) => Promise<{
    index: {
      addCustomRecord: (record: object) => Promise<unknown>;
      getFiles: () => Promise<{ files: { path: string; content: Uint8Array }[] }>;
    };
  }>;
  close: () => Promise<unknown>;
}

/** A page with a box and a list that behave as those of the site do. */
function pageOf(script: string): string {
  return `<!doctype html><title>Search</title><input type="search"><ol id="search-results" aria-busy="false"></ol>
<script type="module">${script}
  const [box, list] = [document.querySelector('input'), document.querySelector('ol')];
  let last = 0;
  box.addEventListener('input', async () => {
    const asked = ++last;
    list.setAttribute('aria-busy', 'true');
    const titles = await window.answer(box.value);
    if (asked !== last) return;
    list.replaceChildren(...titles.map((title) => { const li = document.createElement('li'); li.textContent = title; return li; }));
    list.setAttribute('aria-busy', 'false');
  });
</script>`;
}
