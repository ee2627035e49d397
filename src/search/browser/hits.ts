import type { Hit } from '../search.ts';
import { drawPieces, element } from './elements.ts';
import { shortDay } from './wording.ts';

/** A hit of the search page: its title, the sentence that answers best, its facts. */
export function drawHit(hit: Hit, papers: string): HTMLElement {
  const link = element('a', { href: `${papers}${hit.id}/` }, ...drawPieces(hit.title));
  return element(
    'li',
    { 'data-date': hit.date },
    element('h2', { class: 'entry-title', dir: 'auto' }, link),
    element('p', { class: 'entry-lead search-snippet', dir: 'auto' }, ...drawPieces(hit.snippet)),
    element(
      'p',
      { class: 'entry-facts' },
      ...hit.topics.map((topic) => element('span', {}, topic)),
      hit.hasCode && element('span', { class: 'entry-code' }, 'code'),
      hit.authors.length > 0 && element('span', {}, ...drawNames(hit.authors)),
      element('time', { datetime: hit.date }, shortDay(hit.date)),
    ),
  );
}

/** Each by itself: names that run to the left would change places otherwise. */
function drawNames(names: readonly string[]): (string | HTMLElement)[] {
  return names.flatMap((name, at) => [at > 0 ? ', ' : '', element('bdi', {}, name)]);
}
