import type { Reason } from '../query/found.ts';
import type { SearchResponse } from '../search.ts';

/** `14 papers`, and why these where that is not plain. */
export function describeResult({ total, reasons }: SearchResponse): string {
  if (total === 0) return 'No papers found.';
  const count = `${total.toLocaleString('en')} ${total === 1 ? 'paper' : 'papers'}`;
  return [count, ...describeReasons(reasons)].join(' · ');
}

function describeReasons(reasons: readonly Reason[]): string[] {
  const ofKind = <Kind extends Reason['kind']>(kind: Kind, also = false) =>
    reasons.filter(
      (reason): reason is Extract<Reason, { kind: Kind }> =>
        reason.kind === kind && 'also' in reason === also,
    );
  const shown = ofKind('spelling').map((reason) => reason.shown);
  const alsoShown = ofKind('spelling', true).map((reason) => reason.shown);
  const forms = ofKind('forms').map(({ typed }) => typed);
  const alsoForms = ofKind('forms', true).map(({ typed }) => typed);
  return [
    ...(shown.length > 0 ? [`spelling: showing results for ${shown.join(' ')}`] : []),
    ...(forms.length > 0 ? [`other forms of ${forms.join(', ')}`] : []),
    ...ofKind('acronym').map(
      ({ acronym, longForms }) => `acronym: ${acronym.toUpperCase()} = ${longForms.join(', ')}`,
    ),
    ...ofKind('most').map(({ missing }) => `none holds all words; without ${missing.join(', ')}`),
    ...(alsoShown.length > 0 ? [`last, results for ${alsoShown.join(' ')}`] : []),
    ...(alsoForms.length > 0 ? [`last, other forms of ${alsoForms.join(', ')}`] : []),
  ];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2025-03-14` → `14 Mar 2025`; what is no day, as an address may hold, stays as it is. */
export function shortDay(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : date;
}
