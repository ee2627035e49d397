const box = document.querySelector<HTMLFormElement>('[data-search-box]');
const input = box?.querySelector<HTMLInputElement>('input[type=search]');

/** Elements in which keys write. */
const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';

if (box && input) {
  if (document.querySelector('#search-results'))
    void import('./search-page.ts').then(({ startSearchPage }) => startSearchPage(box, input));
  else startPanelOnIntent(box, input);
  document.addEventListener('keydown', (event) => onShortcut(event, input));
}

/** Nothing of the search is loaded before the reader turns to the box. */
function startPanelOnIntent(form: HTMLFormElement, field: HTMLInputElement): void {
  const start = () =>
    void import('./panel.ts').then(
      ({ startPanel }) => startPanel(form, field),
      () => sayLost(form),
    );
  if (document.activeElement === field) start();
  else field.addEventListener('focus', start, { once: true });
}

/** A browser does not load a script again that did not come; the form works without. */
function sayLost(form: HTMLFormElement): void {
  const note = document.createElement('p');
  note.className = 'search-panel search-panel__status';
  note.role = 'status';
  note.textContent = 'The search could not be loaded. Press Enter for the search page.';
  form.append(note);
}

/** `/` and Ctrl-K or ⌘K go to the box, `?` lists the keys; a key that writes into a field is its own. */
function onShortcut(event: KeyboardEvent, field: HTMLInputElement): void {
  const { key, altKey, ctrlKey, metaKey, target } = event;
  if (event.defaultPrevented || event.isComposing || altKey) return;
  const command = ctrlKey || metaKey;
  const writing = target instanceof Element && target.closest(FIELDS) !== null;
  if (command && key.toLowerCase() === 'k' && (!writing || target === field)) {
    event.preventDefault();
    goTo(field);
  } else if (!command && !writing && key === '/') {
    event.preventDefault();
    goTo(field);
  } else if (!command && !writing && key === '?') {
    event.preventDefault();
    void import('./shortcuts.ts').then(({ showShortcuts }) => showShortcuts());
  }
}

function goTo(field: HTMLInputElement): void {
  field.focus();
  field.select();
}
