import { changeReader, readReader, whenChangedElsewhere, type Reader } from './reader.ts';

type List = Exclude<keyof Reader, 'visit'>;

/** What a button says before and after. */
const WORDS: Record<List, readonly [string, string]> = {
  saved: ['Save', 'Saved'],
  followed: ['Follow', 'Following'],
  searches: ['Follow this search', 'Following this search'],
};

/**
 * The buttons of a page that keep something on the reader's list: `data-keep` names the list,
 * `data-id` what it is, `data-name` what it is called. That of the search page has a script of its own.
 */
export function offerKeeping(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>(
    '[data-keep]:not([data-keep=searches])',
  );
  for (const button of buttons) {
    button.hidden = false;
    letKeep(button, () => showKept(button));
  }
}

/**
 * Lets a button work; `show` lets it say what is kept, now and whenever that changes elsewhere. Where
 * the browser refuses to store, the button says so.
 */
export function letKeep(button: HTMLButtonElement, show: () => void): void {
  show();
  whenChangedElsewhere(show);
  button.addEventListener('click', () => {
    const keep = button.getAttribute('aria-pressed') !== 'true';
    if (changeReader((reader) => setKept(reader, button.dataset, keep))) showKept(button);
    else button.textContent = 'Your browser stores nothing';
  });
}

/** Lets a button say whether what it stands for is kept. */
export function showKept(button: HTMLButtonElement): void {
  const list = button.dataset['keep'] as List;
  const kept = Object.hasOwn(readReader()[list], button.dataset['id']!);
  button.textContent = WORDS[list][kept ? 1 : 0];
  button.setAttribute('aria-pressed', String(kept));
}

function setKept(reader: Reader, data: DOMStringMap, keep: boolean): void {
  const { keep: list, id = '', name = '', on: date = '' } = data;
  if (!keep) delete reader[list as List][id];
  else if (list === 'saved') reader.saved[id] = { title: name, date };
  else reader[list as 'followed' | 'searches'][id] = name;
}
