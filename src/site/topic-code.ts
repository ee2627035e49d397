import { linkLabel } from './links.ts';
import type { Shelf } from './topics.ts';

/** How many repositories a topic's page names. */
const MOST = 24;

/** The code that a topic's papers link, newest paper first. */
export function shelfCode({ papers }: Shelf): { url: string; label: string }[] {
  const urls = new Set<string>();
  for (const { paper } of papers) {
    for (const link of paper.links) if (link.kind === 'code') urls.add(link.url);
    if (urls.size >= MOST) break;
  }
  return [...urls].slice(0, MOST).map((url) => ({ url, label: linkLabel(url) }));
}
