import { shortTitle, toDescription } from '../digest/render/sentences.ts';
import { papers, type PaperPage } from './papers.ts';

const titles = numberAlike(({ brief }) => brief.titleText);
const beginnings = numberAlike(({ brief }) => brief.beginningHash);

/** What the page of a paper is called: as the paper, with a number where an older one has its title. */
export function paperPageTitle(page: PaperPage): string {
  const number = titles.get(page);
  const title = shortTitle(page.paper.titleText);
  return number ? `${title} (${number})` : title;
}

/** A sentence or two that no other page has. */
export function paperPageDescription(page: PaperPage): string {
  const title = paperPageTitle(page);
  const { abstractText } = page.paper;
  if (!abstractText) return toDescription(`${title}: a title without an abstract.`);
  return toDescription(beginnings.has(page) ? `${title}: ${abstractText}` : abstractText);
}

/** What decides of a page's title and description, besides its paper. */
export function pageNameKey(page: PaperPage): unknown {
  return [titles.get(page), beginnings.has(page)];
}

/** Of papers with the same text the second oldest has 2, and so on; the oldest has none. */
function numberAlike(textOf: (page: PaperPage) => string): Map<PaperPage, number> {
  const counts = new Map<string, number>();
  const numbers = new Map<PaperPage, number>();
  for (const page of papers.toReversed()) {
    const count = (counts.get(textOf(page)) ?? 0) + 1;
    counts.set(textOf(page), count);
    if (count > 1) numbers.set(page, count);
  }
  return numbers;
}
