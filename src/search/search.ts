import { Acronyms } from './query/acronyms.ts';
import { rankByCloseness } from './query/closeness.ts';
import { takeBest } from './query/combine.ts';
import type { Corrector } from './query/correct-word.ts';
import {
  FACETS,
  PaperFacets,
  topicsNamed,
  type Facet,
  type FacetCount,
  type Filters,
} from './query/filters.ts';
import { findPapers } from './query/find-papers.ts';
import type { Found, Reason, Sources } from './query/found.ts';
import { IndexReader, type LoadFile } from './query/index-reader.ts';
import { WordMatcher } from './query/match-words.ts';
import { parseQuery, type Query } from './query/parse-query.ts';
import { Ranking } from './query/ranking.ts';
import { restrict } from './query/restrict.ts';
import { bestSentence, markTerms, type MarkedTerms, type Piece } from './query/snippet.ts';

export interface SearchRequest {
  text: string;
  filters?: Filters;
  sort?: 'relevance' | 'date';
  limit?: number;
  /** Of a large index only the first hits are read, each of which is a file to load. */
  isTyped?: boolean;
}

export interface Hit {
  id: string;
  title: Piece[];
  snippet: Piece[];
  date: string;
  topics: string[];
  hasCode: boolean;
  authors: readonly string[];
}

export interface SearchResponse {
  hits: Hit[];
  total: number;
  reasons: Reason[];
  facets: Record<Facet, FacetCount[]>;
  /** For an empty list: words of the index near those of the query that it lacks. */
  suggestions: { typed: string; word: string }[];
  /** For an empty list: words of the query that papers hold, though none holds all of it. */
  alone: string[];
}

const MOST_HITS = 10;
/** The first hits are ordered once more by their texts: those that a window shows at once. */
const FIRST_HITS = 6;
/** Of an empty list, near spellings of so many words are named, so many in all. */
const MOST_UNANSWERED = 3;
const MOST_SUGGESTIONS = 5;
const MOST_ALONE = 3;

/** A search over an index: `const search = await Search.open(load)`, then `await search.find({ text })`. */
export class Search {
  private readonly reader: IndexReader;
  private readonly sources: Sources;
  private readonly facets: PaperFacets;
  private loaded: Promise<Corrector> | undefined;

  private constructor(reader: IndexReader) {
    const acronyms = new Acronyms(reader.core.acronyms);
    this.reader = reader;
    this.facets = new PaperFacets(reader.core);
    this.sources = {
      matcher: new WordMatcher(reader, new Ranking(reader.core), (term) => acronyms.has(term)),
      acronyms,
      corrector: () => (this.loaded ??= loadCorrector(reader)),
    };
  }

  /** `mostPrefixCharacters` is the part of the index that one beginning of words may load. */
  static async open(load: LoadFile, mostPrefixCharacters?: number): Promise<Search> {
    return new Search(await IndexReader.open(load, mostPrefixCharacters));
  }

  /** The hits of a query, best first, with counts for every facet. Never throws for a strange query. */
  async find(request: SearchRequest): Promise<SearchResponse> {
    const query = parseQuery(request.text);
    const filters = this.filtersOf(query, request.filters ?? {});
    const found = await this.rank(query, filters);
    const hits = this.facets.narrow(found.papers, filters);
    const most = request.limit ?? MOST_HITS;
    const limit = request.isTyped && !this.reader.isSmall ? Math.min(most, FIRST_HITS) : most;
    const shown =
      request.sort === 'date'
        ? [...Int32Array.from(hits).sort().subarray(0, limit)]
        : await this.sortBest(hits, found, limit);
    return {
      hits: await Promise.all(shown.map((paper) => this.toHit(paper, found.terms))),
      total: hits.length,
      reasons: hits.length > 0 ? found.reasons : [],
      facets: this.facets.count(found.papers, filters),
      suggestions: hits.length > 0 ? [] : await this.suggest(found),
      alone: found.papers.length === 0 ? wordsAlone(found) : [],
    };
  }

  /**
   * The ids of all papers that hold a query as it is written, in the order of the index. Nothing is
   * corrected or left out: what is found today is found when more papers have come.
   */
  async findAsWritten(text: string): Promise<string[]> {
    // The space says that the last word is not being typed any more.
    const query = parseQuery(`${text} `);
    const filters = this.filtersOf(query, {});
    const { papers } = await this.rank(query, filters, true);
    const ids: string[] = [];
    for (const paper of this.facets.narrow(papers, filters).toSorted((a, b) => a - b))
      ids.push((await this.reader.card(paper)).id);
    return ids;
  }

  private async rank(query: Query, filters: Filters, onlyAsWritten = false): Promise<Found> {
    const named = query.identifier ? await this.reader.papersNamed(query.identifier) : [];
    if (named.length > 0) return { ...(await findPapers([], this.sources)), papers: named };
    const phraseWords = query.phrases
      .flat()
      .map(({ term }) => ({ term, open: false, start: 0, bound: false }));
    const words = [...query.words, ...phraseWords];
    const found = await findPapers(words, this.sources, onlyAsWritten);
    const asksAll =
      words.length === 0 &&
      (query.excluded.length + query.filters.length > 0 ||
        Object.values(filters).some((values) => values.length > 0));
    if (asksAll) found.papers = Array.from({ length: this.reader.core.count }, (_, paper) => paper);
    const left = this.facets.without(found.papers, this.typedFilters(query, true));
    found.papers = await restrict(left, query, this.reader);
    return found;
  }

  /** The best hits, the first of them, whose text is needed anyway, by what stands close together. */
  private async sortBest(hits: readonly number[], found: Found, limit: number): Promise<number[]> {
    const best = takeBest(found, hits, Math.max(limit, FIRST_HITS));
    const first = await Promise.all(
      best.slice(0, FIRST_HITS).map(async (paper) => ({
        paper,
        score: found.scores[paper]!,
        card: await this.reader.card(paper),
      })),
    );
    best.splice(0, first.length, ...rankByCloseness(first, found.terms).map(({ paper }) => paper));
    return best.slice(0, limit);
  }

  private filtersOf(query: Query, chosen: Filters): Filters {
    const typed = this.typedFilters(query, false);
    return Object.fromEntries(
      FACETS.map((facet) => [facet, [...(chosen[facet] ?? []), ...(typed[facet] ?? [])]]),
    );
  }

  /** The values that a query wants, or those that it excludes; an author's may be no whole name. */
  private typedFilters(query: Query, isExcluded: boolean): Filters {
    const typed = (name: string) =>
      query.filters
        .filter((filter) => filter.name === name && filter.isExcluded === isExcluded)
        .map(({ value }) => value);
    const topics = typed('topic').flatMap((name) => {
      const ids = topicsNamed(this.reader.core.topics, name);
      return ids.length > 0 ? ids : [name];
    });
    const has = typed('has').map((value) => value.toLowerCase());
    return { topic: topics, has, digest: typed('digest'), year: typed('year') };
  }

  private async toHit(paper: number, terms: MarkedTerms): Promise<Hit> {
    const card = await this.reader.card(paper);
    return {
      id: card.id,
      title: markTerms(card.title, terms),
      snippet: bestSentence(card.sentences, terms),
      date: this.facets.date(paper),
      topics: this.facets.topicLabels(paper),
      hasCode: this.facets.hasCode(paper),
      authors: card.authors ?? [],
    };
  }

  private async suggest({ unanswered }: Found): Promise<SearchResponse['suggestions']> {
    if (unanswered.length === 0) return [];
    const corrector = await this.sources.corrector();
    return unanswered
      .slice(0, MOST_UNANSWERED)
      .flatMap((typed) => corrector.suggest(typed).map((word) => ({ typed, word })))
      .slice(0, MOST_SUGGESTIONS);
  }
}

/** The telling words of a query of several, which a reader may ask for by themselves. */
function wordsAlone({ terms, answered }: Found): string[] {
  if (terms.length < 2) return [];
  return [...new Set(answered)].filter(({ length }) => length > 1).slice(0, MOST_ALONE);
}

/** Fuse.js and the vocabulary, which most queries do without. */
async function loadCorrector(reader: IndexReader): Promise<Corrector> {
  const [{ Corrector: Loaded }, words] = await Promise.all([
    import('./query/correct-word.ts'),
    reader.vocabulary(),
  ]);
  return new Loaded(words);
}
