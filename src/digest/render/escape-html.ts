const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** `<` in `a < b` */
const SPECIAL = /[&<>"']/g;

/** The text for HTML or XML, content or attribute value; `]]>` comes out harmless too. */
export function escapeHtml(text: string): string {
  return text.replace(SPECIAL, (character) => ENTITIES[character]!);
}
