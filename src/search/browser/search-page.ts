import type { Facet } from '../query/filters.ts';
import type { Hit, SearchResponse } from '../search.ts';
import { ask } from './ask.ts';
import { drawPieces, element } from './elements.ts';
import { drawFacets } from './facets.ts';
import { isEmpty, readState, writeState, type PageState } from './page-state.ts';
import { describeResult, shortDay } from './wording.ts';

const HITS_AT_ONCE = 10;

/** The search page: the address says what is searched for, and follows what the reader does. */
export function startSearchPage(form: HTMLFormElement, input: HTMLInputElement): void {
  const view = findView();
  let state = readState(location.search);
  /** While a query is being typed its states replace one another in the history. */
  let typing = false;
  let limit = HITS_AT_ONCE;

  const search = async () => {
    if (isEmpty(state)) return showStart(view);
    showBusy(view);
    const asked = state;
    try {
      const { text, filters, sort } = state;
      const response = await ask(form.dataset['index']!, { text, filters, sort, limit });
      if (!response || asked !== state) return;
      show(view, response, state, form.dataset['papers']!);
    } catch {
      view.status.textContent = 'The search index could not be loaded. Is the connection up?';
      view.results.replaceChildren();
      view.start.hidden = false;
    }
    setBusy(view, false);
  };
  const change = (next: Partial<PageState>, step: 'type' | 'commit') => {
    state = { ...state, ...next };
    limit = HITS_AT_ONCE;
    const address = `${location.pathname}${writeState(state)}`;
    if (step === 'type' && typing) history.replaceState(null, '', address);
    else if (address !== location.pathname + location.search) history.pushState(null, '', address);
    typing = step === 'type';
    void search();
  };
  const restore = () => {
    state = readState(location.search);
    typing = false;
    input.value = state.text;
    view.sort.value = state.sort;
    void search();
  };

  input.addEventListener('input', () => change({ text: input.value }, 'type'));
  input.addEventListener('change', () => (typing = false));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change({ text: input.value }, 'commit');
  });
  view.sort.addEventListener('change', () =>
    change({ sort: view.sort.value === 'date' ? 'date' : 'relevance' }, 'commit'),
  );
  view.facets.addEventListener('change', () =>
    change({ filters: chosenFilters(view.facets) }, 'commit'),
  );
  view.more.addEventListener('click', () => {
    const shown = view.results.childElementCount;
    limit += HITS_AT_ONCE;
    void search().then(() => resultLinks(view)[shown]?.focus());
  });
  view.empty.addEventListener('click', (event) => onSuggestion(event, input, change));
  document.addEventListener('keydown', (event) => moveThroughResults(event, view, input));
  addEventListener('popstate', restore);
  restore();
  if (!location.search && matchMedia('(hover: hover)').matches) input.focus();
}

interface View {
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

function findView(): View {
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

function setBusy(view: View, busy: boolean): void {
  view.results.setAttribute('aria-busy', String(busy));
}

/** What was found before stays until the next answer is there. */
function showBusy(view: View): void {
  setBusy(view, true);
  view.start.hidden = true;
  if (view.status.textContent === '') view.status.textContent = 'Searching…';
}

/** An empty query: how to search, and where to begin. */
function showStart(view: View): void {
  view.status.textContent = '';
  view.results.replaceChildren();
  view.start.hidden = false;
  for (const part of [view.tools, view.more, view.empty, view.narrow]) part.hidden = true;
  setBusy(view, false);
}

function show(view: View, response: SearchResponse, state: PageState, papers: string): void {
  const { hits, total } = response;
  view.results.replaceChildren(...hits.map((hit) => drawHit(hit, papers)));
  view.status.textContent = describeResult(response);
  view.start.hidden = true;
  view.tools.hidden = total < 2;
  view.more.hidden = total <= hits.length;
  view.more.textContent = `Show ${Math.min(HITS_AT_ONCE, total - hits.length)} more`;
  view.empty.hidden = total > 0;
  view.narrow.hidden = Object.values(response.facets).every((counts) => counts.length === 0);
  drawFacets(view.facets, response.facets, state);
  if (total === 0) drawSuggestions(view.empty, response, state);
}

function drawHit(hit: Hit, papers: string): HTMLElement {
  const link = element('a', { href: `${papers}${hit.id}/` }, ...drawPieces(hit.title));
  return element(
    'li',
    { 'data-date': hit.date },
    element('h2', { class: 'entry-title', dir: 'auto' }, link),
    element('p', { class: 'entry-lead search-snippet', dir: 'auto' }, ...drawPieces(hit.snippet)),
    element(
      'p',
      { class: 'entry-facts' },
      ...hit.topics.map((topic) => element('span', {}, topic)),
      hit.hasCode && element('span', { class: 'entry-code' }, 'code'),
      hit.authors.length > 0 && element('span', {}, hit.authors.join(', ')),
      element('time', { datetime: hit.date }, shortDay(hit.date)),
    ),
  );
}

/** What to try when nothing is found: near spellings, and how to loosen the query. */
function drawSuggestions(
  place: HTMLElement,
  { suggestions }: SearchResponse,
  state: PageState,
): void {
  const list = place.querySelector<HTMLElement>('[data-suggestions]')!;
  const filtered = Object.keys(state.filters).length > 0;
  const loosened = [
    filtered && suggestion({ ...state, filters: {} }, 'Search without the filters'),
    state.text.includes('"') &&
      suggestion(
        { ...state, text: state.text.replaceAll('"', '') },
        'Search without the quotation marks',
      ),
    /(?:^|\s)-\S/.test(state.text) &&
      suggestion(
        { ...state, text: state.text.replace(/(^|\s)-\S+/g, '$1').trim() },
        'Search without the excluded words',
      ),
  ].filter((item) => item !== false);
  const near = suggestions.map((word) => suggestion({ ...state, text: word }, word));
  list.replaceChildren(...loosened, ...near);
  list.hidden = list.childElementCount === 0;
}

function suggestion(state: PageState, label: string): HTMLElement {
  return element('li', {}, element('a', { href: writeState(state) || location.pathname }, label));
}

function onSuggestion(
  event: MouseEvent,
  input: HTMLInputElement,
  change: (next: PageState, step: 'commit') => void,
): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-suggestions] a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const next = readState(link.search);
  input.value = next.text;
  input.focus();
  change(next, 'commit');
}

/** ↓ leads from the box into the results and on, ↑ back; Esc returns to the box, then clears it. */
function moveThroughResults(event: KeyboardEvent, view: View, input: HTMLInputElement): void {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = resultLinks(view);
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const inBox = document.activeElement === input;
  if (event.key === 'Escape' && at >= 0) input.focus();
  else if (event.key === 'Escape' && inBox && input.value !== '') {
    input.value = '';
    input.dispatchEvent(new Event('input'));
  } else if (event.key === 'ArrowDown' && (inBox || at >= 0)) links[at + 1]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus();
  else return;
  event.preventDefault();
}

function resultLinks({ results }: View): HTMLAnchorElement[] {
  return [...results.querySelectorAll<HTMLAnchorElement>('a')];
}

function chosenFilters(place: HTMLElement): PageState['filters'] {
  const boxes = [...place.querySelectorAll<HTMLInputElement>('input:checked')];
  const filters: PageState['filters'] = {};
  for (const { name, value } of boxes) (filters[name as Facet] ??= []).push(value);
  return filters;
}
