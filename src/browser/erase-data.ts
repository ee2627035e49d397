import { READER_KEY } from './reader.ts';

/** Everything that pages of this site put into the browser's storage. */
const KEYS = [READER_KEY, 'scheme'];

const button = document.querySelector<HTMLButtonElement>('[data-erase]')!;
const status = document.querySelector('[data-erased]')!;
button.hidden = false;
button.addEventListener('click', () => {
  try {
    for (const key of KEYS) localStorage.removeItem(key);
    delete document.documentElement.dataset['scheme'];
    status.textContent = 'Erased.';
  } catch {
    status.textContent = 'Your browser stores nothing for this site.';
  }
});
