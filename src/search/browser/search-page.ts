import type { Facet } from '../query/filters.ts';
import { Answers } from './answers.ts';
import { readState, writeState, type PageState } from './page-state.ts';
import { findView, HITS_AT_ONCE } from './page-view.ts';
import { moveThroughResults, resultLinks } from './result-keys.ts';
import { suggestedState } from './suggestions.ts';

/** The search page: the address says what is searched for, and follows what the reader does. */
export function startSearchPage(form: HTMLFormElement, input: HTMLInputElement): void {
  const view = findView();
  const answers = new Answers(view, form);
  let state = readState(location.search);
  /** While a query is being typed its states replace one another in the history. */
  let typing = false;
  let limit = HITS_AT_ONCE;

  const search = () => answers.show(state, limit, typing);
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
    typing = false;
    limit += HITS_AT_ONCE;
    void search().then(() => resultLinks(view.results)[shown]?.focus());
  });
  view.empty.addEventListener('click', (event) => {
    const next = suggestedState(event);
    if (!next) return;
    input.value = next.text;
    input.focus();
    change(next, 'commit');
  });
  document.addEventListener('keydown', (event) => moveThroughResults(event, view.results, input));
  addEventListener('popstate', restore);
  // On a slow line a reader has begun to type before this script is there.
  const typed = input.value;
  restore();
  if (typed) {
    input.value = typed;
    change({ text: typed }, 'type');
  }
  // A reader who has gone elsewhere in the page meanwhile is left there.
  const isElsewhere = document.activeElement !== document.body;
  if (!location.search && !isElsewhere && matchMedia('(hover: hover)').matches) input.focus();
}

function chosenFilters(place: HTMLElement): PageState['filters'] {
  const boxes = [...place.querySelectorAll<HTMLInputElement>('input:checked')];
  const filters: PageState['filters'] = {};
  for (const { name, value } of boxes) (filters[name as Facet] ??= []).push(value);
  return filters;
}
