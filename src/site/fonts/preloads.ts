import math from '#fonts/math.woff2?url';
import sans from '#fonts/sans.woff2?url';
import serif from '#fonts/serif.woff2?url';
import type { PaperPage } from '../papers.ts';

/** The font files that a page asks for at once: those that its first lines are set in. */
export function preloads(withMath: boolean): string[] {
  return withMath ? [serif, sans, math] : [serif, sans];
}

/** Whether any of these pieces of HTML holds a formula. */
export const hasMath = (...html: readonly string[]): boolean =>
  html.some((piece) => piece.includes('<math'));

/** Whether a list of these papers shows a formula. */
export const listHasMath = (papers: readonly PaperPage[]): boolean =>
  papers.some(({ titleHtml, leadHtml }) => hasMath(titleHtml, leadHtml));
