import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildDigest } from '../../../src/digest/build-digest.ts';
import { toPaperPage } from '../../../src/digest/render/paper-page.ts';
import type { RenderedPaper } from '../../../src/search/document/search-document.ts';
import { contentDir, readContent } from '../../read-content.ts';
import { toBarePaper } from '../bare-paper.ts';
import type { PlainPaper } from './known-items.ts';

/** Papers for the engines: as the site has them, and as plain text. */
export interface Corpus {
  rendered: RenderedPaper[];
  plain: PlainPaper[];
  topics: { id: string; label: string }[];
}

/** The papers of the content folder. */
export function readDigestCorpus(): Corpus {
  const { site: _, ...input } = readContent(contentDir());
  const { papers } = buildDigest(input);
  const rendered = papers.map(toPaperPage);
  const plain = rendered.map(({ paper }) => ({
    id: paper.id,
    title: paper.titleText,
    abstract: paper.abstractText,
  }));
  return { rendered, plain, topics: input.taxonomy.topics };
}

/**
 * At most `most` real papers of the shared sets, each title once, as they were pasted: without repair,
 * topics and methods, so that every engine has the same text.
 */
export function readSharedCorpus(shared: string, most: number): Corpus {
  const titles = new Set<string>();
  const plain: PlainPaper[] = [];
  for (const [title, abstract] of sharedTexts(shared)) {
    if (!title || !abstract || titles.has(title) || plain.length >= most) continue;
    titles.add(title);
    plain.push({ id: `paper-${plain.length}`, title, abstract });
  }
  return { plain, rendered: plain.map(toRendered), topics: [] };
}

function* sharedTexts(shared: string): Generator<[string | undefined, string | undefined]> {
  const read = (name: string) => readFileSync(path.join(shared, name), 'utf8');
  const blocks = read('corpus/2025-11-30-arxiv-4000.txt')
    .trim()
    .split(/\n{2,}/);
  for (let at = 0; at + 1 < blocks.length; at += 2) yield [blocks[at], blocks[at + 1]];
  for (const [name, field] of [
    ['eval/latex-dev.jsonl', 'hf'],
    ['eval/topics-dev.jsonl', 'abstract'],
  ] as const)
    for (const line of read(name).trim().split('\n')) {
      const row = JSON.parse(line) as Record<string, string>;
      yield [row['title'], row[field]];
    }
}

/** A paper as a page would have it, of text alone. */
export function toRendered({ id, title, abstract }: PlainPaper): RenderedPaper {
  return {
    paper: toBarePaper(id, title, abstract),
    titleHtml: escapeHtml(title),
    abstractHtml: escapeHtml(abstract),
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
}
