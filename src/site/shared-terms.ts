import type { Paper } from '../digest/schema.ts';
import { taggedShelves } from './topics.ts';

/** What a paper shares with another, phrases told from topics: `Shares “optimizer”, the topic Optimization` */
export function toSharedLine({ topics }: Paper, terms: readonly string[]): string {
  const labels = new Set(taggedShelves(topics).map(({ shelf }) => shelf.topic.label));
  return `Shares ${terms.map((term) => (labels.has(term) ? `the topic ${term}` : `“${term}”`)).join(', ')}`;
}
