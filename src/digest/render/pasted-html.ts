import type { RepairedText } from '../phrasing.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** `<` in `a < b` */
const SPECIAL = /[&<>"']/g;

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

function escapeHtml(text: string): string {
  return text.replace(SPECIAL, (character) => ENTITIES[character]!);
}
