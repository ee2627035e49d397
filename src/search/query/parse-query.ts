import { readIdentifier } from '../text/identifiers.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { tokenize, type Chunk } from '../text/tokenize.ts';
import type { Phrase } from './phrases.ts';

/** Longer queries are cut: no title is as long. */
const LONGEST_QUERY = 300;
/** Only words that begin within these characters are corrected. */
export const LONGEST_FUZZY = 64;
const MOST_WORDS = 40;

/** One word that a paper must hold. */
export interface QueryWord {
  term: string;
  /** Being typed: the last word, with nothing after it. */
  open: boolean;
  /** Where it begins in the query. */
  start: number;
  /** Bound to the word before it: the second word of `post-training`. */
  bound: boolean;
}

/**
 * What no hit may hold: words in a row, or one word in any number. `-pre-training` is both, as texts
 * write it; `-"pre training"` the first alone.
 */
interface Excluded {
  phrase?: Phrase;
  word?: string;
}

/** A query as its reader meant it. */
export interface Query {
  words: QueryWord[];
  /** "exact phrase": terms with their distance from the first. */
  phrases: Phrase[];
  excluded: Excluded[];
  /** All of it is one: `arXiv:2412.06289`, written in any way. */
  identifier?: string;
  /** `topic:quantization`, `-topic:quantization` and the like, by name. */
  filters: { name: FilterName; value: string; isExcluded: boolean }[];
}

export const FILTER_NAMES = ['topic', 'author', 'year', 'digest', 'has'] as const;
type FilterName = (typeof FILTER_NAMES)[number];

/** `-word`, `topic:x`, `-topic:"graph neural networks"`, `"a phrase"`, anything else */
const PIECE = /(-?)(?:(topic|author|year|digest|has):)?(?:"([^"]*)"?|([^\s"]+))/gi;
/** "\mathcal", "\frac", "\text", and bare "mathcal": commands that set letters and say nothing. */
const SILENT_COMMAND =
  /\\?\b(?:math(?:cal|bb|bf|rm|sf|frak|scr)|text(?:bf|it|rm|tt)|operatorname|[dt]?frac|[cl]?dots|cdot)\b|\\(?:text|rm|bm|bf|boldsymbol|left|right|[,!;:])/g;
/** "<=", ">=" */
const COMPARISON = /[<>]=/g;
/**
 * "3 times", "3* faster", as a reader writes "3×", but not "3 * 4"; between quotation marks every word
 * is meant.
 */
const TIMES = /"[^"]*"|(\d)\s*(?:\\?times\b|\*(?!\s*\d))/g;

/** Reads a query: words, `"phrases"`, `topic:`, `author:`, `year:`, `has:` filters; after a `-` what is not wanted. */
export function parseQuery(text: string): Query {
  const query: Query = { words: [], phrases: [], excluded: [], filters: [] };
  const clean = cleanQuery(text.slice(0, LONGEST_QUERY));
  for (const match of clean.matchAll(PIECE)) {
    const [all, minus, name, quoted, bare] = match;
    const value = quoted ?? bare ?? '';
    if (name && value) query.filters.push(toFilter(name, value, minus === '-'));
    else if (minus && value) addExcluded(query, tokenize(value), quoted !== undefined);
    else if (quoted !== undefined) addPhrase(query, tokenize(quoted));
    else addWords(query, bare!, match.index, match.index + all.length === clean.length);
  }
  const identifier = readIdentifier(text);
  return { ...withoutStopWords(query), ...(identifier && { identifier }) };
}

function toFilter(name: string, value: string, isExcluded: boolean): Query['filters'][number] {
  return { name: name.toLowerCase() as FilterName, value, isExcluded };
}

/** The query in the spelling of the texts: no TeX that says nothing, no curly quotes. */
function cleanQuery(text: string): string {
  return (
    text
      .replace(/[“”„]/g, '"')
      .replace(COMPARISON, (sign) => (sign[0] === '<' ? '≤' : '≥'))
      .replace(TIMES, (all, digit?: string) => (digit ? `${digit}×` : all))
      .replace(SILENT_COMMAND, (command) => ' '.repeat(command.length))
      .replaceAll('\\', ' ')
      // Nothing in its place: a space would make the rest of `$\beta$-CROWN` an excluded word.
      .replaceAll('$', '')
  );
}

function addWords(query: Query, text: string, start: number, last: boolean): void {
  const chunks = tokenize(text);
  for (const [at, chunk] of chunks.entries()) {
    for (const [index, part] of chunk.parts.entries()) {
      if (query.words.length >= MOST_WORDS) return;
      const open = last && at === chunks.length - 1 && index === chunk.parts.length - 1;
      query.words.push({
        term: part.term,
        open: open && chunk.end === text.length,
        start: start + part.start,
        bound: index > 0,
      });
    }
  }
}

function addPhrase(query: Query, chunks: readonly Chunk[]): void {
  const phrase = toPhrase(chunks);
  if (phrase.length > 0) query.phrases.push(phrase);
}

function addExcluded(query: Query, chunks: readonly Chunk[], isQuoted: boolean): void {
  const phrase = toPhrase(chunks);
  const [chunk, ...others] = chunks;
  if (!chunk) return;
  if (isQuoted || others.length > 0) {
    if (phrase.length > 0) query.excluded.push({ phrase });
    return;
  }
  const word = chunk.joined[0] ?? chunk.parts[0]!.term;
  // What is left of `in-context` without its small word is a word of its own.
  query.excluded.push(phrase.length > 1 ? { word, phrase } : { word });
}

function toPhrase(chunks: readonly Chunk[]): Phrase {
  return chunks
    .flatMap(({ parts }) => parts)
    .map(({ term }, offset) => ({ term, offset }))
    .filter(({ term }) => !STOP_WORDS.has(term))
    .slice(0, MOST_WORDS);
}

/** Small words are dropped; a last one is kept when it is all there is, as the start of a longer word. */
function withoutStopWords(query: Query): Query {
  const words = query.words.filter(({ term }) => !STOP_WORDS.has(term));
  const start = query.words.filter(({ term, open }) => open && term.length > 1);
  return { ...query, words: words.length > 0 || query.phrases.length > 0 ? words : start };
}

/** Whether a word that is being typed may yet become one that a query need not find. */
export function mayBecomeStopWord({ term, open }: QueryWord): boolean {
  return open && [...STOP_WORDS].some((word) => word.startsWith(term));
}
