import { FACETS, type Facet, type FacetCount } from '../query/filters.ts';
import { element } from './elements.ts';
import type { PageState } from './page-state.ts';
import { shortDay } from './wording.ts';

const LEGENDS: Record<Facet, string> = {
  topic: 'Topic',
  has: 'Has',
  author: 'Author',
  year: 'Year',
  digest: 'Digest',
};
/** A facet shows so many values, and those that are chosen. */
const MOST_VALUES = 12;

/** Draws the facets with their counts; the checkbox that had the focus keeps it. */
export function drawFacets(
  place: HTMLElement,
  counts: Record<Facet, FacetCount[]>,
  state: PageState,
): void {
  const focused = place.querySelector<HTMLInputElement>('input:focus');
  place.replaceChildren(
    ...FACETS.flatMap((facet) => {
      const chosen = state.filters[facet] ?? [];
      const worth = counts[facet].length > 1 || facet === 'has' || chosen.length > 0;
      return worth && counts[facet].length > 0 ? [drawFacet(facet, counts[facet], chosen)] : [];
    }),
  );
  for (const box of place.querySelectorAll('input'))
    if (box.name === focused?.name && box.value === focused.value) box.focus();
}

function drawFacet(facet: Facet, counts: FacetCount[], chosen: readonly string[]): HTMLElement {
  const shown = inOrder(facet, counts).filter(
    ({ value }, at) => at < MOST_VALUES || chosen.includes(value),
  );
  return element(
    'fieldset',
    { class: 'facet' },
    element('legend', { class: 'label' }, LEGENDS[facet]),
    ...underParents(shown).map((count) => drawValue(facet, count, chosen.includes(count.value))),
  );
}

/** Times newest first, said as elsewhere on the site; all else as it comes, most papers first. */
function inOrder(facet: Facet, counts: FacetCount[]): FacetCount[] {
  if (facet !== 'digest' && facet !== 'year') return counts;
  const newestFirst = counts.toSorted((a, b) => (a.value < b.value ? 1 : -1));
  if (facet === 'year') return newestFirst;
  return newestFirst.map((count) => ({ ...count, label: shortDay(count.value) }));
}

/** Senses of a topic right under it. */
function underParents(counts: readonly FacetCount[]): FacetCount[] {
  const values = new Set(counts.map(({ value }) => value));
  const children = Map.groupBy(counts, ({ value }) =>
    values.has(parentOf(value)) ? parentOf(value) : '',
  );
  return (children.get('') ?? []).flatMap((count) =>
    [count].concat(children.get(count.value) ?? []),
  );
}

function parentOf(topic: string): string {
  return topic.slice(0, Math.max(0, topic.indexOf('/')));
}

function drawValue(
  facet: Facet,
  { value, label, count }: FacetCount,
  checked: boolean,
): HTMLElement {
  const box = element('input', { type: 'checkbox', name: facet, value });
  box.checked = checked;
  const sense = facet === 'topic' && value.includes('/');
  return element(
    'label',
    { class: sense ? 'facet__value facet__value--sense' : 'facet__value' },
    box,
    element('span', {}, label),
    element('span', { class: 'number soft' }, count.toLocaleString('en')),
  );
}
