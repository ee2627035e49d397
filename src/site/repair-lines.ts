import type { Repair } from '../digest/schema.ts';

/** The same repair, made at one or at several places. */
export interface RepairLine {
  from: string;
  /** What it reads as, in HTML. */
  html: string;
  /** In words, where what it reads as cannot be seen. */
  unseen?: 'a space' | 'nothing';
  rule: string;
  field: Repair['field'];
  count: number;
}

/** The repairs of a paper in the order of the text, like ones as one line; `htmls` is what each reads as. */
export function toRepairLines(repairs: readonly Repair[], htmls: readonly string[]): RepairLine[] {
  const lines = new Map<string, RepairLine>();
  for (const [index, { from, rule, field }] of repairs.entries()) {
    const html = htmls[index]!;
    const key = JSON.stringify([field, from, html, rule]);
    const held = lines.get(key);
    if (held) held.count += 1;
    else lines.set(key, { from, html, ...inWords(html), rule, field, count: 1 });
  }
  return [...lines.values()];
}

/** Spaces of every width are white space to `trim`. */
function inWords(html: string): Pick<RepairLine, 'unseen'> {
  if (html.trim() !== '') return {};
  return { unseen: html === '' ? 'nothing' : 'a space' };
}
