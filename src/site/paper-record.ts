import type { Paper } from '../digest/schema.ts';
import type { PaperPage } from './papers.ts';
import { absoluteUrl, paperPath } from './urls.ts';

/** The record as the API gives it: with the address of its page, where the site's is known. */
export function paperRecord({ paper }: PaperPage): Paper {
  const { id, ...rest } = paper;
  const url = absoluteUrl(paperPath(id));
  return { id, ...(url && { url }), ...rest };
}
