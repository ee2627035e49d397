import { askInTurn } from '../search/browser/ask.ts';
import { readState, writeState } from '../search/browser/page-state.ts';

/** From so many days on, an address that names them is no address any more. */
const MOST_DAYS = 40;

/**
 * How many papers a followed search finds that came in after the day `before`, and the search for
 * them alone. Nothing where the index cannot be read.
 */
export async function newOnSearch(
  index: string,
  followed: string,
  before: string,
): Promise<{ count: number; search: string }> {
  const { text, filters } = readState(followed);
  const response = await askInTurn(index, { text, filters, sort: 'date', limit: 0 }).catch(
    () => undefined,
  );
  const days = response?.facets.digest.filter(({ value }) => value > before) ?? [];
  const digest = days.length <= MOST_DAYS ? days.map(({ value }) => value) : [];
  return {
    count: days.reduce((sum, { count }) => sum + count, 0),
    search: writeState({ text, filters: { ...filters, digest }, sort: 'date' }),
  };
}
