import { seededRandom } from '../../bench/seeded-random.ts';

/** A paper as the evaluation knows it: plain text. */
export interface PlainPaper {
  id: string;
  title: string;
  abstract: string;
}

/** A query of which one paper is known to be the answer: it was made from it. */
export interface KnownItem {
  kind: 'title' | 'prefix' | 'typo' | 'acronym' | 'phrase';
  query: string;
  id: string;
}

/** "Activation-aware Weight Quantization (AWQ)" */
const INTRODUCED = /\(([A-Z][A-Za-z0-9-]*[A-Z0-9][A-Za-z0-9-]*)\)/g;
/** Words that carry a query: letters, not too short. */
const WORD = /[A-Za-z][A-Za-z-]{2,}/g;
const COMMON =
  /^(?:the|and|for|with|from|via|using|are|our|this|that|which|can|its|their|has|have|was|were|based|into|over|under|not|but|also|these|than|such|both|between|more|most|towards|toward)$/i;

/**
 * Queries made from papers, the same for the same seed: pieces of titles, titles that break off in a
 * word, words with a slip, acronyms that a paper introduces, pieces of sentences. `perPaper` rounds of
 * the five kinds; a paper that has nothing for a kind gives none.
 */
export function makeKnownItems(
  papers: readonly PlainPaper[],
  perPaper: number,
  seed = 314,
): KnownItem[] {
  const random = seededRandom(seed);
  const items: KnownItem[] = [];
  for (let round = 0; round < perPaper; round++) {
    for (const paper of papers) {
      for (const [kind, make] of Object.entries(MAKERS)) {
        const query = make(paper, random);
        if (query) items.push({ kind: kind as KnownItem['kind'], query, id: paper.id });
      }
    }
  }
  return items;
}

type Maker = (paper: PlainPaper, random: () => number) => string | undefined;

const MAKERS: Record<KnownItem['kind'], Maker> = {
  title: ({ title }, random) => run(wordsOf(title), 3, random)?.join(' '),
  prefix: ({ title }, random) => {
    const words = run(wordsOf(title), 3, random);
    if (!words) return undefined;
    const last = words.at(-1)!;
    const typed = last.slice(0, Math.max(3, Math.ceil(last.length * 0.6)));
    return [...words.slice(0, -1), typed].join(' ');
  },
  typo: ({ title }, random) => {
    const words = run(wordsOf(title), 3, random);
    if (!words) return undefined;
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
    if (longest.length < 6) return undefined;
    return words.map((word) => (word === longest ? slip(word, random) : word)).join(' ');
  },
  acronym: ({ title, abstract }, random) => {
    const found = [...abstract.matchAll(INTRODUCED)].map(([, acronym]) => acronym!);
    if (found.length === 0) return undefined;
    const context = wordsOf(title).filter((word) => word.length > 5);
    return `${pick(found, random)} ${context.length > 0 ? pick(context, random) : ''}`.trim();
  },
  phrase: ({ abstract }, random) => {
    const sentences = abstract.split(/(?<=[.?!]) /).filter((sentence) => sentence.length > 60);
    return sentences.length > 0
      ? run(wordsOf(pick(sentences, random)), 4, random)?.join(' ')
      : undefined;
  },
};

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).filter((word) => !COMMON.test(word));
}

/** So many words in a row. */
function run(words: readonly string[], length: number, random: () => number): string[] | undefined {
  if (words.length < length) return undefined;
  const start = Math.floor(random() * (words.length - length + 1));
  return words.slice(start, start + length);
}

/** The word with a letter left out, doubled, exchanged with the next or hit beside. */
function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 3));
  const [head, letter, next, tail] = [
    word.slice(0, at),
    word[at]!,
    word[at + 1]!,
    word.slice(at + 2),
  ];
  return pick(
    [
      head + next + tail,
      head + letter + letter + next + tail,
      head + next + letter + tail,
      head + pick([...'aeiorstn'], random) + next + tail,
    ],
    random,
  );
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)]!;
}
