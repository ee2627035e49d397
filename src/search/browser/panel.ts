import type { Hit, SearchResponse } from '../search.ts';
import { ask, openIndex } from './ask.ts';
import { drawPieces, element } from './elements.ts';
import { describeResult } from './wording.ts';

const MOST = 6;
/** An answer that takes longer is announced, in milliseconds. */
const SLOW = 300;

/**
 * The panel of results under a search box: a combobox with a list, as the ARIA practices have it. The
 * focus stays in the box; arrows move through the list, Enter opens, Esc closes, then clears.
 */
export function startPanel(form: HTMLFormElement, input: HTMLInputElement): void {
  const panel = new Panel(form, input);
  input.addEventListener('input', () => void panel.search());
  input.addEventListener('keydown', (event) => panel.onKey(event));
  input.addEventListener('focus', () => void panel.search());
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget as Node | null)) panel.open(false);
  });
  if (input.value) void panel.search();
  else openIndex(form.dataset['index']!);
}

class Panel {
  private readonly form: HTMLFormElement;
  private readonly input: HTMLInputElement;
  private readonly list = element('ul', {
    id: 'search-options',
    role: 'listbox',
    'aria-label': 'Papers',
  });
  private readonly status = element('p', { class: 'search-panel__status', role: 'status' });
  private readonly panel = element(
    'div',
    { class: 'search-panel', hidden: '' },
    this.status,
    this.list,
  );
  /** The option that the arrows have led to; -1 for none. */
  private active = -1;
  /** Whether the reader has closed it since the last question. */
  private isClosed = false;

  constructor(form: HTMLFormElement, input: HTMLInputElement) {
    [this.form, this.input] = [form, input];
    form.append(this.panel);
    prepare(input, this.list.id);
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role=option]');
      if (option) location.href = option.dataset['href']!;
    });
  }

  async search(): Promise<void> {
    const { form, input, list } = this;
    const text = input.value;
    if (text.trim() === '') return this.open(false);
    this.isClosed = false;
    const slow = setTimeout(() => {
      this.status.textContent = 'Searching…';
      this.openUnlessLeft();
    }, SLOW);
    try {
      const response = await ask(form.dataset['index']!, { text, limit: MOST });
      if (!response || input.value !== text) return;
      const isEmpty = response.total === 0;
      this.status.textContent =
        describeResult(response) + (isEmpty ? ' Press Enter for what to try.' : '');
      list.replaceChildren(...drawOptions(response, form, text));
    } catch {
      this.status.textContent =
        'The search index could not be loaded. Press Enter to try the search page.';
      list.replaceChildren();
    } finally {
      clearTimeout(slow);
    }
    this.activate(-1);
    this.openUnlessLeft();
  }

  onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key } = event;
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
    if (isArrow && this.panel.hidden) void this.search();
    else if (isArrow) this.move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && this.active >= 0)
      location.href = this.options()[this.active]!.dataset['href']!;
    else if (key === 'Escape') this.close();
    else return;
    event.preventDefault();
  }

  private close(): void {
    this.isClosed = true;
    if (this.panel.hidden) this.input.value = '';
    else this.open(false);
  }

  private openUnlessLeft(): void {
    this.open(!this.isClosed && document.activeElement === this.input);
  }

  open(shown: boolean): void {
    const isEmpty = this.list.childElementCount === 0;
    this.panel.hidden = !shown;
    this.input.setAttribute('aria-expanded', String(shown && !isEmpty));
    this.list.hidden = isEmpty;
    if (!shown) this.activate(-1);
  }

  /** Down or up, and round by way of the box itself. */
  private move(step: number): void {
    const stops = this.options().length + 1;
    this.activate(((this.active + 1 + step + stops) % stops) - 1);
  }

  private activate(next: number): void {
    this.active = next;
    const options = this.options();
    for (const [at, option] of options.entries())
      option.setAttribute('aria-selected', String(at === next));
    const chosen = options[next];
    if (chosen) this.input.setAttribute('aria-activedescendant', chosen.id);
    else this.input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  }

  private options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
  }
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
