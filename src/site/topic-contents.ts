import type { Paper } from '../digest/schema.ts';
import type { Shelf } from './topics.ts';
import { linkLabel } from './links.ts';

/** How many methods or repositories a topic's page names. */
const MOST = 24;

/** The methods that a topic's papers name, each with the newest paper that does. */
export function shelfMethods({ papers }: Shelf): { name: string; paper: Paper }[] {
  const named = new Map<string, Paper>();
  for (const { paper } of papers) {
    for (const name of paper.methods) if (!named.has(name)) named.set(name, paper);
    if (named.size >= MOST) break;
  }
  return [...named].slice(0, MOST).map(([name, paper]) => ({ name, paper }));
}

/** The code of a topic's papers. */
export function shelfCode({ papers }: Shelf): { url: string; label: string }[] {
  const urls = new Set<string>();
  for (const { paper } of papers) {
    for (const link of paper.links) if (link.kind === 'code') urls.add(link.url);
    if (urls.size >= MOST) break;
  }
  return [...urls].slice(0, MOST).map((url) => ({ url, label: linkLabel(url) }));
}
