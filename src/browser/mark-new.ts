import { changeReader } from './reader.ts';
import { nextVisit } from './visit.ts';

/** Marks the papers that came in since the last visit, and offers to show only them. */
export function markNew(): void {
  const newest = document.body.dataset['newest'];
  if (!newest) return;
  let before = newest;
  const kept = changeReader((reader) => {
    reader.visit = nextVisit(reader.visit, newest, Date.now());
    before = reader.visit.before;
  });
  if (!kept) return;
  const fresh = [...document.querySelectorAll<HTMLElement>('[data-date]')].filter(
    (entry) => entry.dataset['date']! > before,
  );
  for (const entry of fresh) {
    entry.classList.add('is-new');
    const mark = document.createElement('span');
    mark.className = 'new-mark';
    mark.textContent = 'new';
    entry.querySelector('.entry-facts')?.prepend(mark);
  }
  const first = document.querySelector('.entries:has(.is-new)');
  if (first && fresh.length < document.querySelectorAll('[data-date]').length) {
    first.before(filterButton(fresh.length));
  }
}

function filterButton(count: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'new-filter';
  button.textContent = `Only the ${count} new since your last visit`;
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    const on = document.body.classList.toggle('only-new');
    button.setAttribute('aria-pressed', String(on));
  });
  return button;
}
