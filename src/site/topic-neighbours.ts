import { papers } from './papers.ts';
import { shelvesById, type Shelf } from './topics.ts';

const MOST = 6;

/** Topics that share papers with this one, most shared first; its own family is left out. */
export function neighboursOf(shelf: Shelf): { shelf: Shelf; count: number }[] {
  return [...(shared.get(shelf) ?? [])]
    .map(([other, count]) => ({ shelf: other, count }))
    .sort((a, b) => b.count - a.count || (a.shelf.topic.id < b.shelf.topic.id ? -1 : 1))
    .slice(0, MOST);
}

const shared = countShared();

/** For each shelf, how many papers it shares with each top shelf of another family. */
function countShared(): Map<Shelf, Map<Shelf, number>> {
  const counts = new Map<Shelf, Map<Shelf, number>>();
  for (const { paper } of papers) {
    const held = new Set<Shelf>();
    for (const { id } of paper.topics) {
      const shelf = shelvesById.get(id);
      if (shelf) held.add(shelf);
      if (shelf?.parent) held.add(shelf.parent);
    }
    for (const shelf of held) {
      const row = counts.get(shelf) ?? new Map<Shelf, number>();
      counts.set(shelf, row);
      for (const other of held) {
        if (other.parent || other === shelf || other === shelf.parent) continue;
        row.set(other, (row.get(other) ?? 0) + 1);
      }
    }
  }
  return counts;
}
