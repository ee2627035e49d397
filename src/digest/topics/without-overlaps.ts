import type { Said } from './find-said.ts';
import type { PhraseList } from './taxonomy.ts';

/** Which list counts where two phrases cross. */
const RANK: readonly PhraseList[] = [
  'ignore',
  'strong',
  'against',
  'for',
  'ambiguous',
  'hint',
  'context',
];

// An acronym stands this far behind its words: "graph neural network (GNN)".
const INTRODUCES = 2;

/**
 * Of two mentions one inside the other the longer stays, of two that cross the one of the stronger
 * list; of one that introduces its acronym, the words.
 */
export function withoutOverlaps(said: readonly Said[]): Said[] {
  const kept: Said[] = [];
  for (const mention of said) {
    const last = kept.at(-1);
    if (!last || last.field !== mention.field || mention.start > last.end + INTRODUCES) {
      kept.push(mention);
    } else if (mention.start >= last.end) {
      const acronym = mention.start === last.end + INTRODUCES;
      if (!acronym || last.use.topic !== mention.use.topic) kept.push(mention);
    } else if (isSameSpan(last, mention)) {
      if (last.use.topic !== mention.use.topic) kept.push(mention);
    } else if (prevails(mention, last)) {
      while (overlaps(kept.at(-1), mention)) kept.pop();
      kept.push(mention);
    }
  }
  return kept;
}

function isSameSpan(a: Said, b: Said): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether `mention`, which begins no earlier than `last` and overlaps it, takes its place. */
function prevails(mention: Said, last: Said): boolean {
  if (mention.start === last.start) return mention.end > last.end;
  if (mention.end <= last.end) return false;
  return RANK.indexOf(mention.use.list) < RANK.indexOf(last.use.list);
}

function overlaps(last: Said | undefined, mention: Said): boolean {
  return last !== undefined && last.field === mention.field && last.end > mention.start;
}
