import { symbolName } from './greek.ts';

/** "‖x‖∞", "|x|_1", "‖W x‖_{2}": a norm with its order */
const NORM = /(?:‖[^‖]{1,40}‖|\|[^|\s]{1,40}\|)_?\{?([∞0-9₀-₉])/gu;

/** What readers call the norms of a text: `‖x‖∞` is also `l infinity` and `infinity norm`. */
export function normNames(text: string): string[] {
  return [...text.matchAll(NORM)].flatMap(([, order]) => {
    const name = symbolName(order!);
    return ['norm', ...(name ? ['l', name] : [`l${order!.normalize('NFKD')}`])];
  });
}
