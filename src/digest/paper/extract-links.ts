import type { PaperLink } from '../schema.ts';

/** "https://github.com/jacobdunefsky/transcoder_circuits" */
const URL_IN_TEXT = /https?:\/\/[^\s{}<>()]+[^\s{}<>().,;:]/g;

/** The links that a text names, whole and clean, in order, once each. */
export function extractLinks(text: string): PaperLink[] {
  const urls = new Set([...text.matchAll(URL_IN_TEXT)].map(([url]) => url));
  return [...urls].map((url) => ({ kind: 'code', url }));
}
