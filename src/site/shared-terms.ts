import type { Paper } from '../digest/schema.ts';
import { taggedShelves } from './topics.ts';

/** What a paper shares with another: `Shares the topics Quantization, Language models, “edge devices”` */
export function toSharedLine({ topics }: Paper, terms: readonly string[]): string {
  const labels = new Set(taggedShelves(topics).map(({ shelf }) => shelf.topic.label));
  const shared = terms.filter((term) => labels.has(term));
  const phrases = terms.filter((term) => !labels.has(term)).map((term) => `“${term}”`);
  const named =
    shared.length > 0 && `the topic${shared.length > 1 ? 's' : ''} ${shared.join(', ')}`;
  return `Shares ${[...(named ? [named] : []), ...phrases].join(', ')}`;
}
