import { KNOWN_ACRONYMS } from '../text/known-acronyms.ts';
import { singular } from '../text/inflect.ts';
import { tokenize } from '../text/tokenize.ts';

/** An acronym with one of its long forms, as terms; the long form's are singular. */
export interface Acronym {
  acronym: string;
  words: string[];
  /** Introduced by the corpus itself, not only known to the field. */
  learned: boolean;
}

/** "(AWQ)", "(GNNs)", "(qLDPC)" */
const IN_BRACKETS = /\(([A-Za-z][A-Za-z0-9-]{1,9})\)/g;
const MOST_WORDS = 7;
const LONGEST_LOOK_BACK = 160;
const MOST_PAIRS = 2000;

/** The acronyms that a text introduces, "long form (ACR)": `gnn graph neural network`. */
export function introducedAcronyms(text: string): string[] {
  return [...text.matchAll(IN_BRACKETS)].flatMap(({ 1: written = '', index }) => {
    const acronym = written
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .replace(/s$/, '');
    if (acronym.length < 2 || !/[A-Z]/.test(written)) return [];
    const before = text.slice(Math.max(0, index - LONGEST_LOOK_BACK), index);
    const words = longForm(acronym, before);
    return words ? [`${acronym} ${words.join(' ')}`] : [];
  });
}

/**
 * The acronyms of a corpus, most frequent first: those that its papers introduce, and those of the
 * field. A long form may belong to several, and an acronym may have several.
 */
export function learnAcronyms(introduced: Iterable<readonly string[]>): Acronym[] {
  const counts = new Map<string, number>();
  for (const keys of introduced)
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const learned = [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_PAIRS);
  const known = KNOWN_ACRONYMS.map(
    ([acronym, long]) => `${acronym} ${singularWords(long).join(' ')}`,
  );
  const whole = [...new Set([...learned.map(([key]) => key), ...known])];
  return [...new Set([...whole, ...shortened(whole)])].map((key, at) => {
    const [acronym, ...words] = key.split(' ');
    return { acronym: acronym!, words, learned: at < learned.length };
  });
}

/** Long forms with a shorter acronym in them: `qml` is also `quantum ml`. */
function shortened(entries: readonly string[]): string[] {
  const byLongForm = Map.groupBy(entries, (entry) => entry.slice(entry.indexOf(' ') + 1));
  return entries.flatMap((entry) => {
    const [acronym, ...words] = entry.split(' ');
    return ranges(words.length).flatMap(([from, to]) =>
      (byLongForm.get(words.slice(from, to).join(' ')) ?? []).map((inner) => {
        const short = inner.slice(0, inner.indexOf(' '));
        return [acronym, ...words.slice(0, from), short, ...words.slice(to)].join(' ');
      }),
    );
  });
}

/** The parts of a list that are two or more long, and not the whole. */
function ranges(length: number): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let from = 0; from < length; from++)
    for (let to = from + 2; to <= length; to++) if (to - from < length) found.push([from, to]);
  return found;
}

/** The words before the bracket that spell the acronym by their initials, if they do. */
function longForm(acronym: string, before: string): string[] | undefined {
  const clause = before.slice(
    Math.max(...[...'.;:()'].map((mark) => before.lastIndexOf(mark))) + 1,
  );
  const chunks = tokenize(clause).map(({ parts }) => parts.map(({ term }) => singular(term)));
  const words = chunks.flat();
  for (let count = 2; count <= Math.min(MOST_WORDS, words.length); count++) {
    const tail = words.slice(-count);
    if (spells(tail, acronym)) return wholeChunk(words, count, chunks);
  }
  return undefined;
}

/** The last `count` words, from the start of the hyphenated word that they begin in. */
function wholeChunk(
  words: readonly string[],
  count: number,
  chunks: readonly string[][],
): string[] {
  let length = 0;
  for (const chunk of chunks.toReversed()) {
    length += chunk.length;
    if (length >= count) break;
  }
  const whole = words.slice(-length);
  const tail = words.slice(-count);
  return whole[0]![0] === tail[0]![0] ? whole : tail;
}

/** Whether each word gives at least its initial, in order, and nothing of the acronym is left. */
function spells(words: readonly string[], acronym: string): boolean {
  if (words[0]![0] !== acronym[0]) return false;
  const small = new Set(['of', 'and', 'to', 'the', 'for', 'in', 'with', 'on']);
  const reach = (word: number, letter: number): boolean => {
    if (word === words.length) return letter === acronym.length;
    const text = words[word]!;
    if (small.has(text) && word > 0 && reach(word + 1, letter)) return true;
    if (text[0] !== acronym[letter]) return false;
    if (reach(word + 1, letter + 1)) return true;
    const second = acronym[letter + 1];
    return second !== undefined && text.includes(second, 1) && reach(word + 1, letter + 2);
  };
  return reach(0, 0);
}

function singularWords(long: string): string[] {
  return long.split(' ').map(singular);
}
