import { claimsOf, parentOf, type Taxonomy, type Topic } from './taxonomy.ts';

const MOST = 5;

/**
 * The topics that a topic is easily taken for, most alike first: the other senses of its word, then
 * those that claim phrases which it claims too, itself or by its children.
 */
export function confusedWith(id: string, { topics }: Taxonomy): string[] {
  const parent = parentOf(id);
  const senses = topics.filter(
    (other) => parent !== undefined && parentOf(other.id) === parent && other.id !== id,
  );
  const own = claimedPhrases(id, topics);
  const rivals = topics
    .filter((other) => !parentOf(other.id) && other.id !== id && other.id !== parent)
    .map((other) => ({ id: other.id, shared: countShared(own, claimedPhrases(other.id, topics)) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return [...senses, ...rivals].map((topic) => topic.id).slice(0, MOST);
}

function claimedPhrases(id: string, topics: readonly Topic[]): Set<string> {
  const family = topics.filter((topic) => topic.id === id || parentOf(topic.id) === id);
  return new Set(family.flatMap(claimsOf));
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((phrase) => b.has(phrase)).length;
}
