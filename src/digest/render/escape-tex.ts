/** What TeX takes for structure. Braces go by name: BibTeX counts `\{` too. */
const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
};
const SPECIAL = /[\\{}~^<>|$&#%_]/g;

/** What TeX joins into a dash or a quotation mark. "--" */
const LIGATURE = /-(?=-)|`(?=`)|'(?=')/g;

/** Plain text as LaTeX. */
export function escapeTex(text: string): string {
  return text
    .replace(SPECIAL, (character) => ESCAPES[character]!)
    .replace(LIGATURE, (character) => `${character}{}`);
}
