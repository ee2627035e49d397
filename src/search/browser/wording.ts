import type { Reason } from '../query/find-papers.ts';
import type { SearchResponse } from '../search.ts';

/** `14 papers`, and why these where that is not plain. */
export function describeResult({ total, reasons }: SearchResponse): string {
  if (total === 0) return 'No papers found.';
  const count = `${total.toLocaleString('en')} ${total === 1 ? 'paper' : 'papers'}`;
  return [count, ...describeReasons(reasons)].join(' · ');
}

function describeReasons(reasons: readonly Reason[]): string[] {
  const shown = reasons.flatMap((reason) => (reason.kind === 'spelling' ? [reason.shown] : []));
  const forms = reasons.flatMap((reason) => (reason.kind === 'forms' ? [reason.typed] : []));
  const others = reasons.flatMap((reason) => {
    if (reason.kind === 'acronym')
      return [`acronym: ${reason.acronym.toUpperCase()} = ${reason.longForms.join(', ')}`];
    if (reason.kind === 'most')
      return [`none holds all words; without ${reason.missing.join(', ')}`];
    return [];
  });
  return [
    ...(shown.length > 0 ? [`spelling: showing results for ${shown.join(' ')}`] : []),
    ...(forms.length > 0 ? [`other forms of ${forms.join(', ')}`] : []),
    ...others,
  ];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2025-03-14` → `14 Mar 2025` */
export function shortDay(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}
