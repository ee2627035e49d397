import type { APIRoute, GetStaticPaths } from 'astro';
import type { Paper } from '../digest/schema.ts';
import { recordCacheKey } from './page-cache-key.ts';
import { paperRecord } from './paper-record.ts';
import { papers, type PaperPage } from './papers.ts';

/** One file for each paper, `papers/<id>.<extension>`: the paths of its route. */
export const paperFilePaths = (() =>
  papers.map((page) => ({
    params: { id: page.paper.id },
    props: { page },
    cacheKey: recordCacheKey(page),
  }))) satisfies GetStaticPaths;

/** The route of such a file: what `write` makes of the paper's record. */
export function paperFile(
  type: string,
  write: (paper: Paper) => string,
): APIRoute<{ page: PaperPage }> {
  return ({ props }) => textFile(type, write(paperRecord(props.page)));
}

/** A response in UTF-8. */
export function textFile(type: string, body: string): Response {
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
}

/** JSON that a person can read too. */
export function jsonFile(value: unknown): Response {
  return textFile('application/json', `${JSON.stringify(value, null, 1)}\n`);
}
