import { changeReader, readReader, type Reader } from './reader.ts';

/**
 * Buttons that save a paper or follow a topic: `data-save` or `data-follow` holds the id, `data-name`
 * what it is called. They are shown once they work: where the browser refuses to store, they say so.
 */
export function offerKeeping(): void {
  const reader = readReader();
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-save],[data-follow]')) {
    button.hidden = false;
    show(button, isKept(reader, button.dataset));
    button.addEventListener('click', () => {
      const keep = button.getAttribute('aria-pressed') !== 'true';
      if (changeReader((changed) => setKept(changed, button.dataset, keep))) show(button, keep);
      else button.textContent = 'Your browser stores nothing';
    });
  }
}

function show(button: HTMLButtonElement, kept: boolean): void {
  const [off, on] = button.dataset['save'] ? ['Save', 'Saved'] : ['Follow', 'Following'];
  button.textContent = (kept ? on : off)!;
  button.setAttribute('aria-pressed', String(kept));
}

function isKept({ saved, followed }: Reader, { save, follow }: DOMStringMap): boolean {
  return save ? Object.hasOwn(saved, save) : Object.hasOwn(followed, follow!);
}

function setKept({ saved, followed }: Reader, data: DOMStringMap, keep: boolean): void {
  const { save, follow, name = '', on = '' } = data;
  if (save && keep) saved[save] = { title: name, date: on };
  else if (save) delete saved[save];
  else if (keep) followed[follow!] = name;
  else delete followed[follow!];
}
