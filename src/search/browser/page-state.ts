import { FACETS, type Facet } from '../query/filters.ts';

/** What the address of the search page says. */
export interface PageState {
  text: string;
  filters: Partial<Record<Facet, string[]>>;
  sort: 'relevance' | 'date';
}

/** `?q=circuits&topic=quantum&sort=date` as a state; what it does not know, it leaves out. */
export function readState(search: string): PageState {
  const parameters = new URLSearchParams(search);
  const chosen = FACETS.map((facet) => [facet, parameters.getAll(facet).filter(Boolean)] as const);
  return {
    text: parameters.get('q') ?? '',
    filters: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The other way: empty for the empty state. */
export function writeState({ text, filters, sort }: PageState): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text);
  for (const facet of FACETS)
    for (const value of filters[facet] ?? []) parameters.append(facet, value);
  if (sort === 'date') parameters.set('sort', sort);
  const written = parameters.toString();
  return written && `?${written}`;
}

export function isEmpty(state: PageState): boolean {
  return state.text.trim() === '' && FACETS.every((facet) => !state.filters[facet]?.length);
}
