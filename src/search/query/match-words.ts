import { AUTHOR_MARK } from '../index/index-format.ts';
import { inflections, singular } from '../text/inflect.ts';
import type { IndexReader, Posting } from './index-reader.ts';
import type { QueryWord } from './parse-query.ts';
import type { Matches, Ranking } from './ranking.ts';

/** A word of the query with all that answers it. */
export interface WordAnswer {
  word: QueryWord;
  /** Its own term, its other number and spelling, and longer words that begin with it. */
  matches: Matches;
  /** The terms to be marked in a snippet. */
  terms: Set<string>;
  /** How many papers hold the term itself, or its other number if that is the commoner. */
  exact: number;
}

const INFLECTION_WEIGHT = 0.9;
const PREFIX_WEIGHT = 0.55;
/** A finished word is the beginning of others only from this length on. */
const SHORTEST_PREFIX = 3;
/** A word being typed, from this; in a large index two letters begin too much. */
const SHORTEST_OPEN_PREFIX = 2;

/** What answers a word by its spelling: itself, its inflections, words that it begins. */
export async function matchWord(
  word: QueryWord,
  reader: IndexReader,
  ranking: Ranking,
): Promise<WordAnswer> {
  const { term, open } = word;
  const shortest = open && reader.isSmall ? SHORTEST_OPEN_PREFIX : SHORTEST_PREFIX;
  const prefixes = term.length >= shortest && !/^\p{N}+$/u.test(term);
  const forms = inflections(term);
  const [begun, inflected, authors] = await Promise.all([
    prefixes
      ? reader.postings(term, () => true, reader.mostPrefixCharacters)
      : reader.posting(term).then((posting) => (posting ? [posting] : [])),
    Promise.all(
      forms
        .filter((form) => !prefixes || !form.startsWith(term))
        .map((form) => reader.posting(form)),
    ),
    reader.core.hasAuthors && prefixes ? reader.postings(AUTHOR_MARK + term, () => true) : [],
  ]);
  const variants = [
    ...begun,
    ...inflected.filter((posting) => posting !== undefined),
    ...authors,
  ].map((posting) => ({
    posting,
    weight: variantWeight(posting.term, term, forms),
  }));
  return answer(word, variants, ranking);
}

/** What answers a word through other terms: corrections, forms of its verb. */
export async function matchTerms(
  word: QueryWord,
  terms: readonly string[],
  weight: number,
  reader: IndexReader,
  ranking: Ranking,
): Promise<WordAnswer> {
  const postings = await Promise.all(
    terms.flatMap((term) => [term, ...inflections(term)]).map((term) => reader.posting(term)),
  );
  const variants = postings
    .filter((posting) => posting !== undefined)
    .map((posting) => ({
      posting,
      weight: terms.includes(posting.term) ? weight : weight * INFLECTION_WEIGHT,
    }));
  return answer(word, variants, ranking);
}

function answer(
  word: QueryWord,
  variants: readonly { posting: Posting; weight: number }[],
  ranking: Ranking,
): WordAnswer {
  const exact = variants.filter(({ weight }) => weight >= INFLECTION_WEIGHT);
  return {
    word,
    matches: ranking.score(variants, word.open),
    terms: new Set(variants.map(({ posting }) => posting.term)),
    exact: Math.max(0, ...exact.map(({ posting }) => posting.papers.length)),
  };
}

function variantWeight(found: string, term: string, forms: readonly string[]): number {
  if (found === term) return 1;
  if (forms.includes(found) || singular(found) === term) return INFLECTION_WEIGHT;
  if (found === AUTHOR_MARK + term) return 1;
  return PREFIX_WEIGHT * Math.sqrt(term.length / found.length);
}
