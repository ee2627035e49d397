import type { SearchResponse } from '../search.ts';
import { element } from './elements.ts';
import { readState, writeState, type PageState } from './page-state.ts';

/** What to try when nothing is found: near spellings, and how to loosen the query. */
export function drawSuggestions(
  place: HTMLElement,
  { suggestions, alone }: SearchResponse,
  state: PageState,
): void {
  draw(
    place.querySelector<HTMLElement>('[data-suggestions=near]')!,
    suggestions.map(({ typed, word }) => {
      const text = putFor(state.text, typed, word);
      return [{ ...state, text }, text];
    }),
  );
  draw(place.querySelector<HTMLElement>('[data-suggestions=loose]')!, loosened(state, alone));
}

/** The query with one word for another; the other alone where the query spells the first differently. */
function putFor(text: string, typed: string, word: string): string {
  const at = text.toLowerCase().indexOf(typed);
  return at < 0 ? word : text.slice(0, at) + word + text.slice(at + typed.length);
}

/** `"lookup table"`, but not `topic:"graph neural networks"` */
const PHRASE = /(^|\s)"([^"]*)"?/g;
/** `-quantization`, `-"lookup table"`, `-topic:quantum` */
const EXCLUDED = /(^|\s)-(?:[a-z]+:)?(?:"[^"]*"?|[^\s"]+)/gi;

type Suggestion = [state: PageState, label: string];

function draw(place: HTMLElement, suggestions: readonly Suggestion[]): void {
  const list = place.querySelector('ul') ?? place;
  list.replaceChildren(
    ...suggestions.map(([state, label]) => {
      const href = writeState(state) || location.pathname;
      return element('li', {}, element('a', { href }, label));
    }),
  );
  place.hidden = suggestions.length === 0;
}

function loosened(state: PageState, alone: readonly string[]): Suggestion[] {
  const { text, filters } = state;
  const found: Suggestion[] = [];
  if (Object.keys(filters).length > 0)
    found.push([{ ...state, filters: {} }, 'Search without the filters']);
  const unquoted = text.replace(PHRASE, '$1$2');
  if (unquoted !== text)
    found.push([{ ...state, text: unquoted }, 'Search without the quotation marks']);
  const including = text.replace(EXCLUDED, '$1').trim();
  if (including !== text.trim())
    found.push([{ ...state, text: including }, 'Search without what is excluded']);
  for (const word of alone) found.push([{ ...state, text: word }, `Search for ${word} alone`]);
  return found;
}

/** Follows a suggestion without leaving the page; undefined where the click means something else. */
export function suggestedState(event: MouseEvent): PageState | undefined {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-suggestions] a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
    return undefined;
  event.preventDefault();
  return readState(link.search);
}
