import type { SearchResponse } from '../search.ts';
import { drawFacets } from './facets.ts';
import { drawHit } from './hits.ts';
import type { PageState } from './page-state.ts';
import { drawSuggestions } from './suggestions.ts';
import { describeResult } from './wording.ts';

/** Results are shown so many at once. */
export const HITS_AT_ONCE = 10;

/** The parts of the search page that change. */
export interface View {
  status: HTMLElement;
  tools: HTMLElement;
  sort: HTMLSelectElement;
  results: HTMLElement;
  more: HTMLButtonElement;
  empty: HTMLElement;
  start: HTMLElement;
  facets: HTMLElement;
  narrow: HTMLDetailsElement;
}

const find = <Found extends HTMLElement>(id: string) => document.getElementById(id) as Found;

export function findView(): View {
  const view = {
    status: find('search-status'),
    tools: find('search-tools'),
    sort: find<HTMLSelectElement>('search-sort'),
    results: find('search-results'),
    more: find<HTMLButtonElement>('search-more'),
    empty: find('search-empty'),
    start: find('search-start'),
    facets: find('search-facets'),
    narrow: find<HTMLDetailsElement>('search-narrow'),
  };
  const wide = matchMedia('(min-width: 68.75rem)');
  const unfold = () => (view.narrow.open = wide.matches);
  wide.addEventListener('change', unfold);
  unfold();
  return view;
}

export function setBusy(view: View, busy: boolean): void {
  view.results.setAttribute('aria-busy', String(busy));
}

/** What was found before stays until the next answer is there. */
export function showBusy(view: View): void {
  setBusy(view, true);
  view.start.hidden = true;
  if (view.status.textContent === '') view.status.textContent = 'Searching…';
}

/** An empty query: how to search, and where to begin. */
export function showStart(view: View): void {
  view.status.textContent = '';
  view.results.replaceChildren();
  view.start.hidden = false;
  for (const part of [view.tools, view.more, view.empty, view.narrow]) part.hidden = true;
  setBusy(view, false);
}

/** Shows an answer, of which not all hits of the list need be there yet. */
export function show(view: View, response: SearchResponse, state: PageState, papers: string): void {
  const { hits, total } = response;
  view.results.replaceChildren(...hits.map((hit) => drawHit(hit, papers)));
  view.status.textContent = describeResult(response);
  view.start.hidden = true;
  view.tools.hidden = total < 2;
  view.more.hidden = true;
  view.empty.hidden = total > 0;
  view.narrow.hidden = Object.values(response.facets).every((counts) => counts.length === 0);
  drawFacets(view.facets, response.facets, state);
  if (total === 0) drawSuggestions(view.empty, response, state);
}

/** Adds the hits that an answer has besides those that are shown. */
export function showRest(view: View, { hits }: SearchResponse, papers: string): void {
  const shown = view.results.childElementCount;
  view.results.append(...hits.slice(shown).map((hit) => drawHit(hit, papers)));
}

/** Offers what lies behind a list that is complete. */
export function offerMore(view: View, total: number): void {
  const left = total - view.results.childElementCount;
  view.more.hidden = left === 0;
  view.more.textContent = `Show ${Math.min(HITS_AT_ONCE, left)} more`;
}
