/** More authors than these would push the abstract from the screen: so many are shown then. */
const MOST = 20;
const SHOWN = 12;

/** How many authors of a paper are shown before the reader asks for the rest. */
export function countShown(authors: readonly string[]): number {
  return authors.length > MOST ? SHOWN : authors.length;
}
