import type { Hit, SearchResponse } from '../search.ts';
import { ask } from './ask.ts';
import { drawPieces, element } from './elements.ts';
import { describeResult } from './wording.ts';

const MOST = 6;

/**
 * The panel of results under a search box: a combobox with a list, as the ARIA practices have it. The
 * focus stays in the box; arrows move through the list, Enter opens, Esc closes, then clears.
 */
export function startPanel(form: HTMLFormElement, input: HTMLInputElement): void {
  const list = element('ul', { id: 'search-options', role: 'listbox', 'aria-label': 'Papers' });
  const status = element('p', { class: 'search-panel__status', role: 'status' });
  const panel = element('div', { class: 'search-panel', hidden: '' }, status, list);
  form.append(panel);
  prepare(input, list.id);
  let active = -1;
  /** Whether the reader has closed it since the last question. */
  let isClosed = false;

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const open = (shown: boolean) => {
    panel.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown && list.childElementCount > 0));
    list.hidden = list.childElementCount === 0;
    if (!shown) activate(-1);
  };
  const activate = (next: number) => {
    active = next;
    for (const [at, option] of options().entries())
      option.setAttribute('aria-selected', String(at === active));
    const chosen = options()[active];
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  };
  const search = async () => {
    const text = input.value;
    if (text.trim() === '') return open(false);
    isClosed = false;
    try {
      const response = await ask(form.dataset['index']!, { text, limit: MOST });
      if (!response || input.value !== text) return;
      const isEmpty = response.total === 0;
      status.textContent =
        describeResult(response) + (isEmpty ? ' Press Enter for what to try.' : '');
      list.replaceChildren(...drawOptions(response, form, text));
    } catch {
      status.textContent =
        'The search index could not be loaded. Press Enter to try the search page.';
      list.replaceChildren();
    }
    activate(-1);
    open(!isClosed && document.activeElement === input);
  };
  const move = (step: number) => {
    const count = options().length;
    if (count > 0) activate(((active + 1 + step + count + 1) % (count + 1)) - 1);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (panel.hidden) void search();
      else move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      location.href = options()[active]!.dataset['href']!;
    } else if (event.key === 'Escape') {
      event.preventDefault();
      isClosed = true;
      if (!panel.hidden) open(false);
      else input.value = '';
    }
  };

  input.addEventListener('input', () => void search());
  input.addEventListener('keydown', onKey);
  input.addEventListener('focus', () => void search());
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget as Node | null)) open(false);
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (option) location.href = option.dataset['href']!;
  });
  if (input.value) void search();
}

function prepare(input: HTMLInputElement, list: string): void {
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list,
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
  }))
    input.setAttribute(name, value);
}

function drawOptions(
  { hits, total }: SearchResponse,
  form: HTMLFormElement,
  text: string,
): HTMLElement[] {
  const all = `${form.action}?${new URLSearchParams({ q: text })}`;
  const more = option(hits.length, all, `All ${total.toLocaleString('en')} papers`);
  more.classList.add('search-panel__more');
  return [
    ...hits.map((hit, at) => drawOption(hit, at, form.dataset['papers']!)),
    ...(total > hits.length ? [more] : []),
  ];
}

function drawOption(hit: Hit, at: number, papers: string): HTMLElement {
  const title = element(
    'span',
    { class: 'search-panel__title', dir: 'auto' },
    ...drawPieces(hit.title),
  );
  const snippet = element('span', { class: 'search-panel__snippet' }, ...drawPieces(hit.snippet));
  return option(at, `${papers}${hit.id}/`, title, snippet);
}

function option(at: number, href: string, ...children: (Node | string)[]): HTMLElement {
  return element(
    'li',
    { id: `search-option-${at}`, role: 'option', 'aria-selected': 'false', 'data-href': href },
    ...children,
  );
}
