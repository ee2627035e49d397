import { rankByCloseness } from './query/closeness.ts';
import type { Corrector } from './query/correct-word.ts';
import {
  PaperFacets,
  topicsNamed,
  type Facet,
  type FacetCount,
  type Filters,
  type NamedTopic,
} from './query/filters.ts';
import { findPapers, type Found, type Reason, type Sources } from './query/find-papers.ts';
import { IndexReader, type LoadFile } from './query/index-reader.ts';
import { readAcronyms } from './query/other-spellings.ts';
import { parseQuery, type Query } from './query/parse-query.ts';
import { Ranking } from './query/ranking.ts';
import { restrict } from './query/restrict.ts';
import { bestSentence, markTerms, type MarkedTerms, type Piece } from './query/snippet.ts';

export interface SearchRequest {
  text: string;
  filters?: Filters;
  sort?: 'relevance' | 'date';
  limit?: number;
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
  /** For an empty list: words of the index near those of the query. */
  suggestions: string[];
}

const MOST_HITS = 10;

/** A search over an index: `const search = await Search.open(load)`, then `await search.find({ text })`. */
export class Search {
  private readonly sources: Sources;
  private readonly facets: PaperFacets;
  private readonly topics: readonly NamedTopic[];
  private loaded: Promise<Corrector> | undefined;

  private constructor(reader: IndexReader) {
    this.facets = new PaperFacets(reader.core);
    this.topics = reader.core.topics;
    this.sources = {
      reader,
      ranking: new Ranking(reader.core),
      acronyms: readAcronyms(reader.core.acronyms),
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
    if (request.sort === 'date') hits.sort((a, b) => a - b);
    else await this.sortBest(hits, found);
    const shown = hits.slice(0, request.limit ?? MOST_HITS);
    return {
      hits: await Promise.all(shown.map((paper) => this.toHit(paper, found.terms))),
      total: hits.length,
      reasons: hits.length > 0 ? found.reasons : [],
      facets: this.facets.count(found.papers, filters),
      suggestions: hits.length > 0 ? [] : await this.suggest(query),
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
    const found = this.facets.narrow(papers, filters).sort((a, b) => a - b);
    const ids: string[] = [];
    for (const paper of found) ids.push((await this.sources.reader.card(paper)).id);
    return ids;
  }

  private async rank(query: Query, filters: Filters, onlyAsWritten = false): Promise<Found> {
    const phraseWords = query.phrases
      .flat()
      .map(({ term }) => ({ term, open: false, start: 0, bound: false }));
    const words = [...query.words, ...phraseWords];
    const found = await findPapers(words, this.sources, onlyAsWritten);
    const asksAll =
      words.length === 0 &&
      (query.excluded.length > 0 || Object.values(filters).some((values) => values.length > 0));
    if (asksAll)
      found.papers = Array.from({ length: this.sources.ranking.count }, (_, paper) => paper);
    found.papers = await restrict(found.papers, query, this.sources.reader);
    return found;
  }

  /** Puts the first hits, whose text is needed anyway, in the order of what stands close together. */
  private async sortBest(hits: number[], { scores, terms }: Found): Promise<void> {
    const best = await Promise.all(
      hits.slice(0, MOST_HITS).map(async (paper) => ({
        paper,
        score: scores[paper]!,
        card: await this.sources.reader.card(paper),
      })),
    );
    hits.splice(0, best.length, ...rankByCloseness(best, terms).map(({ paper }) => paper));
  }

  private filtersOf(query: Query, chosen: Filters): Filters {
    const typed = (name: string) =>
      query.filters.filter((filter) => filter.name === name).map(({ value }) => value);
    const topics = typed('topic').flatMap((name) => {
      const ids = topicsNamed(this.topics, name);
      return ids.length > 0 ? ids : [name];
    });
    return {
      topic: [...(chosen.topic ?? []), ...topics],
      author: chosen.author ?? [],
      has: [...(chosen.has ?? []), ...typed('has').map((value) => value.toLowerCase())],
      digest: [...(chosen.digest ?? []), ...typed('digest')],
      year: [...(chosen.year ?? []), ...typed('year')],
    };
  }

  private async toHit(paper: number, terms: MarkedTerms): Promise<Hit> {
    const card = await this.sources.reader.card(paper);
    return {
      id: card.id,
      title: markTerms(card.title, terms),
      snippet: bestSentence(card.sentences, terms),
      date: this.facets.date(paper),
      topics: this.facets.topicLabels(paper),
      hasCode: this.facets.values.has[paper]!.includes('code'),
      authors: card.authors ?? [],
    };
  }

  private async suggest(query: Query): Promise<string[]> {
    const words = query.words.slice(0, 3);
    if (words.length === 0) return [];
    const corrector = await this.sources.corrector();
    return [...new Set(words.flatMap(({ term }) => corrector.suggest(term)))].slice(0, 5);
  }
}

/** Fuse.js and the vocabulary, which most queries do without. */
async function loadCorrector(reader: IndexReader): Promise<Corrector> {
  const [{ Corrector: Loaded }, words] = await Promise.all([
    import('./query/correct-word.ts'),
    reader.vocabulary(),
  ]);
  return new Loaded(words);
}
