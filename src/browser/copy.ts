/**
 * Lets the buttons with `data-copy` copy what it names: the address of a link, or a text. What came
 * of it is said right behind the button; where the browser lets no page copy, the text is selected.
 */
export function offerCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset['copy']!)!;
  const status = button.nextElementSibling!;
  try {
    await navigator.clipboard.writeText((source as HTMLAnchorElement).href ?? source.textContent);
    status.textContent = 'Copied';
  } catch {
    source.closest('details')?.toggleAttribute('open', true);
    getSelection()?.selectAllChildren(source);
    status.textContent = 'Selected: copy it with your keyboard';
  }
}
