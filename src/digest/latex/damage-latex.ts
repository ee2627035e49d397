/** A formula of the original, and where the damaged text now has it. */
export interface DamagedFormula {
  start: number;
  end: number;
  /** The formula's TeX after the first pass: what the repairer should find again. */
  tex: string;
}

/** "\mathcal{O}", "\textbf{Gen}" */
const COMMAND_WITH_ARGUMENT = /\\[A-Za-z]+\{([^}]*)\}/g;
/** "$$\alpha$$", "$\alpha,\!\beta$", "$$" */
const FORMULA = /\$\$([^$]+)\$\$|\$([^$]*)\$/g;

/**
 * What a Hugging Face page does to an abstract, in its two passes: `\cmd{ARG}` → `ARG`, then
 * `$…$` → `…` without dollars and backslashes; line breaks become spaces. Of `$$…$$` it sees the two
 * empty pairs of dollars alone: the backslashes between them stay. The repairer learns from it and is
 * tested against it.
 *
 * `damageLatex('an $\\ell_2$ norm')` → text `an ell_2 norm`, one formula.
 */
export function damageLatex(raw: string): { text: string; formulas: DamagedFormula[] } {
  const once = raw.replace(/\s+/g, ' ').trim().replace(COMMAND_WITH_ARGUMENT, '$1');
  const formulas: DamagedFormula[] = [];
  let text = '';
  let at = 0;
  for (const match of once.matchAll(FORMULA)) {
    text += once.slice(at, match.index);
    const tex = match[1] ?? match[2]!;
    const shown = match[1] ?? tex.replaceAll('\\', '');
    formulas.push({ start: text.length, end: text.length + shown.length, tex });
    text += shown;
    at = match.index + match[0].length;
  }
  return { text: text + once.slice(at), formulas };
}
