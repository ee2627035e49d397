import type { RepairedText } from '../phrasing.ts';
import { escapeHtml } from './escape-html.ts';

/** The text exactly as pasted, as HTML, with every repaired range in a `<mark>`. */
export function pastedHtml({ source, edits }: RepairedText): string {
  let html = '';
  let at = 0;
  for (const { start, end } of edits) {
    html += `${escapeHtml(source.slice(at, start))}<mark>${escapeHtml(source.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(source.slice(at));
}
