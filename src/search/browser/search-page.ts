import type { Facet } from '../query/filters.ts';
import { Answers } from './answers.ts';
import { readState, writeState, type PageState } from './page-state.ts';
import { findView, HITS_AT_ONCE } from './page-view.ts';
import { moveThroughResults, resultLinks } from './result-keys.ts';
import { suggestedState } from './suggestions.ts';

/** The search page: the address says what is searched for, and follows what the reader does. */
export function startSearchPage(form: HTMLFormElement, input: HTMLInputElement): void {
  const page = new SearchPage(form, input);
  listenToBox(page, form, input);
  listenToResults(page, input);
  addEventListener('popstate', () => page.restore());
  // On a slow line a reader has begun to type before this script is there.
  const typed = input.value;
  page.restore();
  if (typed) {
    input.value = typed;
    page.change({ text: typed }, 'type');
  }
  // A reader who has gone elsewhere in the page meanwhile is left there.
  const isElsewhere = document.activeElement !== document.body;
  if (!location.search && !isElsewhere && matchMedia('(hover: hover)').matches) input.focus();
}

class SearchPage {
  readonly view = findView();
  /** While a query is being typed its states replace one another in the history. */
  typing = false;
  private readonly input: HTMLInputElement;
  private readonly answers: Answers;
  private state = readState(location.search);
  private limit = HITS_AT_ONCE;

  constructor(form: HTMLFormElement, input: HTMLInputElement) {
    this.input = input;
    this.answers = new Answers(this.view, form);
  }

  change(next: Partial<PageState>, step: 'type' | 'commit'): void {
    this.state = { ...this.state, ...next };
    this.limit = HITS_AT_ONCE;
    const address = `${location.pathname}${writeState(this.state)}`;
    if (step === 'type' && this.typing) history.replaceState(null, '', address);
    else if (address !== location.pathname + location.search) history.pushState(null, '', address);
    this.typing = step === 'type';
    void this.search();
  }

  /** Shows what the address says. */
  restore(): void {
    this.state = readState(location.search);
    this.typing = false;
    this.input.value = this.state.text;
    this.view.sort.value = this.state.sort;
    void this.search();
  }

  /** Lengthens the list; the first of the hits that come has the focus. */
  async showMore(): Promise<void> {
    const shown = this.view.results.childElementCount;
    this.typing = false;
    this.limit += HITS_AT_ONCE;
    await this.search();
    resultLinks(this.view.results)[shown]?.focus();
  }

  private search(): Promise<void> {
    return this.answers.show(this.state, this.limit, this.typing);
  }
}

function listenToBox(page: SearchPage, form: HTMLFormElement, input: HTMLInputElement): void {
  const { results } = page.view;
  input.addEventListener('input', () => page.change({ text: input.value }, 'type'));
  input.addEventListener('change', () => (page.typing = false));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    page.change({ text: input.value }, 'commit');
  });
  document.addEventListener('keydown', (event) => moveThroughResults(event, results, input));
}

function listenToResults(page: SearchPage, input: HTMLInputElement): void {
  const { sort, facets, more, empty } = page.view;
  sort.addEventListener('change', () =>
    page.change({ sort: sort.value === 'date' ? 'date' : 'relevance' }, 'commit'),
  );
  facets.addEventListener('change', () =>
    page.change({ filters: chosenFilters(facets) }, 'commit'),
  );
  more.addEventListener('click', () => void page.showMore());
  empty.addEventListener('click', (event) => {
    const next = suggestedState(event);
    if (!next) return;
    input.value = next.text;
    input.focus();
    page.change(next, 'commit');
  });
}

function chosenFilters(place: HTMLElement): PageState['filters'] {
  const boxes = [...place.querySelectorAll<HTMLInputElement>('input:checked')];
  const filters: PageState['filters'] = {};
  for (const { name, value } of boxes) (filters[name as Facet] ??= []).push(value);
  return filters;
}
