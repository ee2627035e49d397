/** "low-bit" is two words; digits count */
const WORD = /[\p{L}\p{N}]+/gu;
/** Of longer abstracts the beginnings are compared. */
const MOST_WORDS = 600;

export interface Likeness {
  /** The same words in the same order. */
  same: boolean;
  /** Of the pairs of neighbouring words of the shorter one, the part that the other has too. */
  shared: number;
  /** Words of the shorter one. */
  words: number;
}

/** How alike two abstracts are, whatever their case, punctuation and line breaks. */
export function compareAbstracts(one: string, other: string): Likeness {
  const [all, others] = [wordsOf(one), wordsOf(other)];
  const words = Math.min(all.length, others.length);
  const same = words === 0 ? one === other : all.join(' ') === others.join(' ');
  if (same) return { same, shared: 1, words };
  const [a, b] = [all.slice(0, MOST_WORDS), others.slice(0, MOST_WORDS)];
  const [short, long] = a.length < b.length ? [pairsOf(a), pairsOf(b)] : [pairsOf(b), pairsOf(a)];
  const shared = [...short].filter((pair) => long.has(pair)).length;
  return { same, shared: short.size === 0 ? 0 : shared / short.size, words };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function pairsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}
