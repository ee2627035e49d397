import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One address of each kind of page of the shipped site, below its root. */
export const PAGE_TYPES = {
  home: '',
  papers: 'papers/',
  paper: 'papers/transcoders-find-interpretable-llm-feature-circuits/',
  'paper with math':
    'papers/s2ft-efficient-scalable-and-generalizable-llm-fine-tuning-by-structured-sparsity/',
  topics: 'topics/',
  topic: 'topics/circuits/',
  sense: 'topics/circuits/quantum/',
  digests: 'digests/',
  digest: 'digests/2025-03-14/',
  search: 'search/',
  subscribe: 'subscribe/',
  saved: 'saved/',
  about: 'about/',
  missing: '404.html',
} as const;

export type PageType = keyof typeof PAGE_TYPES;

/** The HTML of a page as it was built. */
export function readPage(dist: string, address: string): string {
  const file = address.endsWith('.html') ? address : `${address}index.html`;
  return readFileSync(path.join(dist, file), 'utf8');
}
