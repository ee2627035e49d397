import { element } from './elements.ts';

const KEYS = [
  [['/'], 'Search'],
  [['Ctrl', 'K'], 'Search (⌘K on a Mac)'],
  [['↓', '↑'], 'Next and previous result'],
  [['Enter'], 'Open the result, or all results'],
  [['Esc'], 'Close the results, then clear the box'],
  [['?'], 'This list'],
] as const;

const WAYS = [
  ['"exact phrase"', 'words in this order'],
  ['-word, -topic:quantum', 'without a word, without a topic'],
  ['topic:quantum', 'on a topic'],
  ['has:code, has:math', 'with code, with formulae'],
] as const;

/** A dialog with the keys and the ways to search; Esc closes it. */
export function showShortcuts(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#search-keys') ?? makeDialog();
  if (!dialog.open) dialog.showModal();
}

function makeDialog(): HTMLDialogElement {
  const close = element('button', { type: 'submit', class: 'search-keys__close' }, 'Close');
  const dialog = element(
    'dialog',
    { id: 'search-keys', class: 'search-keys', 'aria-labelledby': 'search-keys-title' },
    element('h2', { id: 'search-keys-title' }, 'Keys'),
    element(
      'dl',
      {},
      ...KEYS.flatMap(([keys, means]) => [
        element('dt', {}, ...keys.flatMap((key, at) => [at > 0 && ' ', element('kbd', {}, key)])),
        element('dd', {}, means),
      ]),
    ),
    element('h2', {}, 'Ways to search'),
    element(
      'dl',
      {},
      ...WAYS.flatMap(([written, means]) => [
        element('dt', {}, element('code', {}, written)),
        element('dd', {}, means),
      ]),
    ),
    element('form', { method: 'dialog' }, close),
  );
  document.body.append(dialog);
  return dialog;
}
