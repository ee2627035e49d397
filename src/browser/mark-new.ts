import { noteVisit } from './note-visit.ts';

/** Marks the papers that came in since the last visit, and offers to show only them. */
export function markNew(): void {
  const before = noteVisit();
  if (!before) return;
  const results = document.querySelector('#search-results');
  if (results)
    new MutationObserver(() => markEntries(before)).observe(results, { childList: true });
  const fresh = markEntries(before);
  const first = document.querySelector('.entries:has(.is-new)');
  if (first && fresh.length < document.querySelectorAll('[data-date]').length) {
    first.before(filterButton(fresh.length));
  }
}

function markEntries(before: string): HTMLElement[] {
  const entries = document.querySelectorAll<HTMLElement>('[data-date]:not(.is-new)');
  const fresh = [...entries].filter((entry) => entry.dataset['date']! > before);
  for (const entry of fresh) {
    entry.classList.add('is-new');
    const mark = document.createElement('span');
    mark.className = 'new-mark';
    mark.textContent = 'new';
    entry.querySelector('.entry-facts')?.prepend(mark);
  }
  return fresh;
}

function filterButton(count: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain-button new-filter';
  button.textContent = `Only the ${count} new since your last visit`;
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    const on = document.body.classList.toggle('only-new');
    button.setAttribute('aria-pressed', String(on));
  });
  return button;
}
