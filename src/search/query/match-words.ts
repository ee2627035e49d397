import { AUTHOR_MARK } from '../index/index-format.ts';
import { inflections, singular } from '../text/inflect.ts';
import type { IndexReader } from './index-reader.ts';
import type { QueryWord } from './parse-query.ts';
import type { Posting } from './posting.ts';
import type { Matches, Ranking } from './ranking.ts';
import { Recent } from './recent.ts';

/** A word of the query with all that answers it. */
export interface WordAnswer {
  word: QueryWord;
  /** Its own term, its other number and spelling, and longer words that begin with it. */
  matches: Matches;
  /** The terms to be marked in a snippet. */
  terms: ReadonlySet<string>;
  /** How many papers hold the term itself, or its other number if that is the commoner. */
  exact: number;
}

/** A term that answers a word, and how much it counts beside the word itself. */
interface Variant {
  posting: Posting;
  weight: number;
}

const INFLECTION_WEIGHT = 0.9;
const PREFIX_WEIGHT = 0.55;
/** An acronym is not the beginning of a word, though a word may begin like it: `DEQ`, `MI`. */
const ACRONYM_PREFIX_WEIGHT = 0.1;
/** A finished word is the beginning of others only from this length on. */
const SHORTEST_PREFIX = 3;
/** A word being typed, from this; in a large index two letters begin too much. */
const SHORTEST_OPEN_PREFIX = 2;
/** The answers of so many words are kept: all words but the last are those of the key before. */
const MOST_KEPT = 24;

/** Answers words from the postings of an index. */
export class WordMatcher {
  readonly reader: IndexReader;
  readonly ranking: Ranking;
  private readonly isAcronym: (term: string) => boolean;
  private readonly kept = new Recent(MOST_KEPT);

  constructor(reader: IndexReader, ranking: Ranking, isAcronym: (term: string) => boolean) {
    this.reader = reader;
    this.ranking = ranking;
    this.isAcronym = isAcronym;
  }

  /** What answers a word by its spelling: itself, its inflections, words that it begins. */
  async match(word: QueryWord): Promise<WordAnswer> {
    const answer = await this.kept.get(`${word.term} ${word.open}`, () => this.find(word));
    return { ...answer, word };
  }

  /** What answers a word through other terms: corrections, forms of its verb. */
  async matchTerms(word: QueryWord, terms: readonly string[], weight: number): Promise<WordAnswer> {
    const postings = await Promise.all(
      terms
        .flatMap((term) => [term, ...inflections(term)])
        .map((term) => this.reader.posting(term)),
    );
    const variants = postings
      .filter((posting) => posting !== undefined)
      .map((posting) => ({
        posting,
        weight: terms.includes(posting.term) ? weight : weight * INFLECTION_WEIGHT,
      }));
    return this.answer(word, variants);
  }

  private async find(word: QueryWord): Promise<WordAnswer> {
    const { reader } = this;
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
    const variants = [...begun, ...inflected.filter((one) => one !== undefined), ...authors].map(
      (posting) => ({ posting, weight: this.variantWeight(posting.term, term, forms) }),
    );
    return this.answer(word, variants);
  }

  private answer(word: QueryWord, variants: readonly Variant[]): WordAnswer {
    const exact = variants.filter(({ weight }) => weight >= INFLECTION_WEIGHT);
    const asTitle = word.open && !this.isAcronym(word.term);
    return {
      word,
      matches: this.ranking.score(variants, asTitle),
      terms: new Set(variants.map(({ posting }) => posting.term)),
      exact: Math.max(0, ...exact.map(({ posting }) => posting.papers.length)),
    };
  }

  private variantWeight(found: string, term: string, forms: readonly string[]): number {
    if (found === term || found === AUTHOR_MARK + term) return 1;
    if (forms.includes(found) || singular(found) === term) return INFLECTION_WEIGHT;
    const share = this.isAcronym(term) ? ACRONYM_PREFIX_WEIGHT : PREFIX_WEIGHT;
    return share * Math.sqrt(term.length / found.length);
  }
}
