import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Paper } from '../digest/schema.ts';

/** A record with its HTML ready: what the pages are made from. */
export interface PaperPage {
  paper: Paper;
  titleHtml: string;
  abstractHtml: string;
}

const folder = process.env['DIGEST_DIR'] ?? '.digest';

/** All papers, newest first; within a day in the order of the dump. Read once. */
export const papers: readonly PaperPage[] = readFileSync(path.join(folder, 'papers.ndjson'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as PaperPage)
  .sort((a, b) => (a.paper.date < b.paper.date ? 1 : a.paper.date > b.paper.date ? -1 : 0));
