import { decodeDigit, NumberReader } from '../index/codec.ts';
import { HAS_CODE, HAS_MATH, type Core } from '../index/index-format.ts';

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

/** The facets' values of each paper. */
export class PaperFacets {
  readonly values: Record<Facet, readonly (readonly string[])[]>;
  private readonly core: Core;

  constructor(core: Core) {
    this.core = core;
    const dates = new NumberReader(core.paperDates);
    const years = new NumberReader(core.paperYears);
    const topics = new NumberReader(core.paperTopics);
    const authors = new NumberReader(core.paperAuthors);
    const papers = Array.from({ length: core.count }, (_, paper) => paper);
    this.values = {
      topic: papers.map(() =>
        Array.from({ length: topics.number() }, () => core.topics[topics.number()]!.id),
      ),
      has: papers.map((paper) => {
        const flags = decodeDigit(core.flags.charCodeAt(paper));
        return [...(flags & HAS_CODE ? ['code'] : []), ...(flags & HAS_MATH ? ['math'] : [])];
      }),
      author: papers.map(() =>
        Array.from({ length: authors.number() }, () => core.authors[authors.number()]!),
      ),
      digest: papers.map(() => [core.dates[dates.number()]!]),
      year: papers.map(() => core.years[years.number() - 1] ?? []).map((year) => [year].flat()),
    };
  }

  date(paper: number): string {
    return this.values.digest[paper]![0]!;
  }

  /** The names of its topics; a topic gives way to its sense. */
  topicLabels(paper: number): string[] {
    const ids = this.values.topic[paper]!;
    return ids
      .filter((id) => !ids.some((other) => other.startsWith(`${id}/`)))
      .map((id) => this.label('topic', id));
  }

  /** The papers that pass every facet but `except`. */
  narrow(papers: readonly number[], filters: Filters, except?: Facet): number[] {
    const active = FACETS.filter((facet) => facet !== except && (filters[facet]?.length ?? 0) > 0);
    return papers.filter((paper) =>
      active.every((facet) => passes(facet, this.values[facet][paper]!, filters[facet]!)),
    );
  }

  /** For each facet its values among the papers, the most frequent first. */
  count(papers: readonly number[], filters: Filters): Record<Facet, FacetCount[]> {
    const counted = FACETS.map((facet) => {
      const counts = new Map<string, number>();
      for (const paper of this.narrow(papers, filters, facet))
        for (const value of this.values[facet][paper]!)
          counts.set(value, (counts.get(value) ?? 0) + 1);
      for (const value of filters[facet] ?? []) if (!counts.has(value)) counts.set(value, 0);
      const list = [...counts].map(([value, count]) => ({
        value,
        count,
        label: this.label(facet, value),
      }));
      return [facet, list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))];
    });
    return Object.fromEntries(counted) as Record<Facet, FacetCount[]>;
  }

  private label(facet: Facet, value: string): string {
    if (facet === 'has') return value === 'code' ? 'With code' : 'With math';
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

/** A topic holds its senses: `circuits` also passes what is tagged `circuits/quantum`. */
function passes(facet: Facet, values: readonly string[], wanted: readonly string[]): boolean {
  return values.some((value) =>
    wanted.some((one) => value === one || (facet === 'topic' && value.startsWith(`${one}/`))),
  );
}
