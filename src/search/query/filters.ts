import { decodeDigit, NumberReader } from '../index/codec.ts';
import { HAS_CODE, HAS_MATH, type Core } from '../index/index-format.ts';
import { FacetColumn } from './facet-column.ts';

/** What narrows a search down, by facet; several values of one facet are alternatives. */
export interface Filters {
  topic?: readonly string[];
  has?: readonly string[];
  author?: readonly string[];
  year?: readonly string[];
  digest?: readonly string[];
}

export type Facet = keyof Filters;
export const FACETS: readonly Facet[] = ['topic', 'has', 'author', 'year', 'digest'];

/** A value of a facet with the number of hits that it would leave. */
export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

/** What `has:` may ask for, by its bit among a paper's flags. */
const HAS = [
  ['code', HAS_CODE],
  ['math', HAS_MATH],
] as const;

/** The facets' values of each paper. */
export class PaperFacets {
  private readonly columns: Record<Facet, FacetColumn>;
  private readonly core: Core;

  constructor(core: Core) {
    this.core = core;
    const column = (values: readonly string[], read: () => number[]) =>
      new FacetColumn(values, core.count, read);
    const dates = new NumberReader(core.paperDates);
    const years = new NumberReader(core.paperYears);
    let paper = 0;
    this.columns = {
      topic: column(
        core.topics.map(({ id }) => id),
        listsOf(core.paperTopics),
      ),
      has: column(
        HAS.map(([name]) => name),
        () => {
          const flags = decodeDigit(core.flags.charCodeAt(paper++));
          return HAS.flatMap(([, bit], at) => (flags & bit ? [at] : []));
        },
      ),
      author: column(core.authors, listsOf(core.paperAuthors)),
      digest: column(core.dates, () => [dates.number()]),
      year: column(core.years, () => [years.number()]),
    };
  }

  date(paper: number): string {
    return this.columns.digest.of(paper)[0]!;
  }

  hasCode(paper: number): boolean {
    return this.columns.has.of(paper).includes('code');
  }

  /** The names of its topics; a topic gives way to its sense. */
  topicLabels(paper: number): string[] {
    const ids = this.columns.topic.of(paper);
    return ids
      .filter((id) => !ids.some((other) => other.startsWith(`${id}/`)))
      .map((id) => this.label('topic', id));
  }

  /** The papers that pass every facet but `except`. */
  narrow(papers: readonly number[], filters: Filters, except?: Facet): readonly number[] {
    return this.keep(papers, { ...filters, ...(except && { [except]: [] }) }, true);
  }

  /** The papers that have none of the values. */
  without(papers: readonly number[], filters: Filters): readonly number[] {
    return this.keep(papers, filters, false);
  }

  private keep(papers: readonly number[], filters: Filters, has: boolean): readonly number[] {
    return FACETS.filter((facet) => filters[facet]?.length).reduce((kept, facet) => {
      const isOne = (value: string) => filters[facet]!.some((one) => covers(facet, one, value));
      return this.columns[facet].keep(kept, isOne, has);
    }, papers);
  }

  /** For each facet its values among the papers, the most frequent first. */
  count(papers: readonly number[], filters: Filters): Record<Facet, FacetCount[]> {
    const counted = FACETS.map((facet) => [facet, this.countOne(facet, papers, filters)]);
    return Object.fromEntries(counted) as Record<Facet, FacetCount[]>;
  }

  private countOne(facet: Facet, papers: readonly number[], filters: Filters): FacetCount[] {
    const { values } = this.columns[facet];
    const counts = this.columns[facet].count(this.narrow(papers, filters, facet));
    const chosen = filters[facet] ?? [];
    const unknown = chosen.filter((value) => !values.includes(value));
    return values
      .map((value, at) => ({ value, count: counts[at]! }))
      .filter(({ value, count }) => count > 0 || chosen.includes(value))
      .concat(unknown.map((value) => ({ value, count: 0 })))
      .map((one) => ({ ...one, label: this.label(facet, one.value) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  private label(facet: Facet, value: string): string {
    if (facet === 'has') return value === 'code' ? 'Code' : 'Formulae';
    return facet === 'topic'
      ? (this.core.topics.find(({ id }) => id === value)?.label ?? value)
      : value;
  }
}

export interface NamedTopic {
  id: string;
  label: string;
}

/** The topics whose id or label a reader means: `gnn`, `graph neural`, `quantum circuits`. */
export function topicsNamed(topics: readonly NamedTopic[], name: string): string[] {
  const wanted = name.toLowerCase();
  const exact = topics.filter(({ id, label }) => id === wanted || label.toLowerCase() === wanted);
  const near = topics.filter(
    ({ id, label }) =>
      id.startsWith(wanted) || label.toLowerCase().startsWith(wanted) || id.endsWith(`/${wanted}`),
  );
  return (exact.length > 0 ? exact : near).map(({ id }) => id);
}

/** Reads, paper by paper, how many numbers follow and then these. */
function listsOf(text: string): () => number[] {
  const reader = new NumberReader(text);
  return () => Array.from({ length: reader.number() }, () => reader.number());
}

/** A topic holds its senses: `circuits` also passes what is tagged `circuits/quantum`. */
function covers(facet: Facet, wanted: string, value: string): boolean {
  return value === wanted || (facet === 'topic' && value.startsWith(`${wanted}/`));
}
