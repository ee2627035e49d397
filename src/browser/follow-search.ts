import { isEmpty, readState, writeState, type PageState } from '../search/browser/page-state.ts';
import { letKeep, showKept } from './keep-buttons.ts';

const button = document.querySelector<HTMLButtonElement>('[data-keep=searches]')!;
const results = document.querySelector('#search-results')!;

letKeep(button, show);
// The page says so of its list, and its address of the query.
new MutationObserver(show).observe(results, { attributeFilter: ['aria-busy'] });

/** The button stands for the search whose results are shown. */
function show(): void {
  if (results.getAttribute('aria-busy') === 'true') return;
  const state = toFollowed(readState(location.search));
  button.hidden = isEmpty(state);
  Object.assign(button.dataset, { id: writeState(state), name: nameOf(state) });
  showKept(button);
}

/** What can be followed of a search: not its order, nor the days to which it keeps. */
function toFollowed({ text, filters }: PageState): PageState {
  const { digest: _, ...others } = filters;
  return { text: text.trim().replace(/\s+/g, ' '), filters: others, sort: 'relevance' };
}

/** `error correction · Quantum · has code` */
function nameOf({ text, filters }: PageState): string {
  const chosen = document.querySelectorAll<HTMLInputElement>(
    '#search-facets input:checked:not([name=digest])',
  );
  const labels = [...chosen].map(({ name, nextElementSibling }) => {
    const label = nextElementSibling?.textContent ?? '';
    return name === 'has' ? `has ${label.toLowerCase()}` : label;
  });
  const known = labels.length > 0 ? labels : Object.values(filters).flat();
  return [text, ...known].filter(Boolean).join(' · ');
}
