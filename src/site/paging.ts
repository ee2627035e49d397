/** One page of a long list. */
export interface ListPage<Item> {
  items: Item[];
  /** From 1. */
  number: number;
  count: number;
  /** Where the first item of this page stands in the whole list, from 1. */
  first: number;
  total: number;
}

/** A list cut into pages of at most `size`; an empty list has one empty page. */
export function toPages<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
    first: index * size + 1,
    total: items.length,
  }));
}

/** The path of page `number` of the list at `path`: `papers/`, `papers/page/2/`. */
export function listPagePath(path: string, number: number): string {
  return number === 1 ? path : `${path}page/${number}/`;
}
