/** ↓ leads from the box into the results and on, ↑ back; Esc returns to the box, then clears it. */
export function moveThroughResults(
  event: KeyboardEvent,
  results: HTMLElement,
  input: HTMLInputElement,
): void {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = resultLinks(results);
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const inBox = document.activeElement === input;
  if (event.key === 'Escape' && at >= 0) input.focus();
  else if (event.key === 'Escape' && inBox && input.value !== '') {
    input.value = '';
    input.dispatchEvent(new Event('input'));
  } else if (event.key === 'ArrowDown' && (inBox || at >= 0)) links[at + 1]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus();
  else return;
  event.preventDefault();
}

export function resultLinks(results: HTMLElement): HTMLAnchorElement[] {
  return [...results.querySelectorAll<HTMLAnchorElement>('a')];
}
