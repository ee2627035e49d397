import type { Paper, Repair } from '../digest/schema.ts';

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

/** "^{2}", "_k": it says little without the word that it stands in */
const SCRIPT = /^[\^_]/;
/** A word is no longer than that. */
const LONGEST = 40;
const [WORD_BEFORE, WORD_AFTER] = [/[\p{L}\p{N}]*$/u, /^[\p{L}\p{N}]*/u];

/** The repairs of a paper in the order of the text, like ones as one line; `htmls` is what each reads as. */
export function toRepairLines(
  { repairs, source }: Pick<Paper, 'repairs' | 'source'>,
  htmls: readonly string[],
): RepairLine[] {
  const lines = new Map<string, RepairLine>();
  for (const [index, repair] of repairs.entries()) {
    const { rule, field } = repair;
    const [before, after] = SCRIPT.test(repair.from)
      ? wordAround(repairs, index, source)
      : ['', ''];
    const from = before + repair.from + after;
    const html = before + htmls[index]! + after;
    const key = JSON.stringify([field, from, html, rule]);
    const held = lines.get(key);
    if (held) held.count += 1;
    else lines.set(key, { from, html, ...inWords(html), rule, field, count: 1 });
  }
  return [...lines.values()];
}

/** The letters against a repair, `S` and `FT` of `S^{2}FT`; none where they were repaired themselves. */
function wordAround(
  repairs: readonly Repair[],
  index: number,
  source: Paper['source'],
): [before: string, after: string] {
  const { field, start, end } = repairs[index]!;
  const before = WORD_BEFORE.exec(source[field].slice(Math.max(0, start - LONGEST), start))![0];
  const after = WORD_AFTER.exec(source[field].slice(end, end + LONGEST))![0];
  const isRepaired = [repairs[index - 1], repairs[index + 1]].some(
    (beside) =>
      beside?.field === field &&
      beside.end >= start - before.length &&
      beside.start <= end + after.length,
  );
  return isRepaired ? ['', ''] : [before, after];
}

/** Spaces of every width are white space to `trim`. */
function inWords(html: string): Pick<RepairLine, 'unseen'> {
  if (html.trim() !== '') return {};
  return { unseen: html === '' ? 'nothing' : 'a space' };
}
