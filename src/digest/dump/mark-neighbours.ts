import type { MarkedLine } from './marked-line.ts';

/** "Submitted by", "· Submitted by akhaliq" */
export const SUBMITTED_BY = /^(?:· ?)?submitted by:?(?: @?[\p{L}\d_.-]+){0,3}$/iu;
/** "112", "+17", "1.2k", "👍 23": votes */
export const COUNT = /^(?:\p{Extended_Pictographic}\ufe0f? ?)?\+?\d{1,5}(?:\.\d)?k?$/iu;

/** "Abstract" */
export const ABSTRACT_HEADING = /^abstract:?$/i;
/** "· 12 authors" */
const AUTHOR_COUNT = /^(?:· ?)?\d+ authors?$/i;

const SHORTEST_PROSE = 100;
const LONGEST_NAME = 60;

/** What lines say of the lines beside them, once each is read. Changes the marks in place. */
export function markNeighbours(marked: MarkedLine[]): MarkedLine[] {
  withoutSummaries(marked);
  aroundSubmitters(marked);
  belowAbstracts(marked);
  aboveHeadings(marked);
  amongFurniture(marked);
  return marked;
}

/** Names between a title and the heading "Abstract", all without blank lines, are its authors. */
function aboveHeadings(marked: MarkedLine[]): void {
  for (const [at, line] of marked.entries()) {
    const [before, after] = [marked[at - 1], marked[at + 1]];
    if (!line.facts?.authors || line.spaced || !before || before.furniture) continue;
    if (after && !after.spaced && ABSTRACT_HEADING.test(after.text)) line.furniture = 'certain';
  }
}

/** Below an abstract, what stands directly above the number of authors is whose paper it is. */
function belowAbstracts(marked: MarkedLine[]): void {
  for (const [at, line] of marked.entries()) {
    const [before, after] = [marked[at - 1], marked[at + 1]];
    if (!before || before.furniture || before.text.length < SHORTEST_PROSE) continue;
    if (line.furniture || line.text.length > LONGEST_NAME || !line.spaced) continue;
    if (!after || after.spaced || !AUTHOR_COUNT.test(after.text)) continue;
    Object.assign(line, { furniture: 'likely', names: 'organization' });
  }
}

/** The votes beside "Submitted by" and the name below it: no paper stands between them. */
function aroundSubmitters(marked: MarkedLine[]): void {
  for (const [at, { text, spaced, names }] of marked.entries()) {
    const submitter = names === 'submitter';
    const [before, after] = [marked[at - 1], marked[at + 1]];
    if (submitter && after && COUNT.test(after.text)) after.furniture = 'certain';
    if (submitter && (!spaced || after?.furniture === 'certain')) marked[at]!.furniture = 'certain';
    if (before && !spaced && SUBMITTED_BY.test(text) && COUNT.test(before.text)) {
      before.furniture = 'certain';
    }
  }
}

/** The paragraph that a page has had written by a machine, above or below the words that say so. */
function withoutSummaries(marked: MarkedLine[]): void {
  const isProse = (at: number) => marked[at] !== undefined && !marked[at]!.furniture;
  for (const [at, { text }] of marked.entries()) {
    if (text.toLowerCase() !== 'ai-generated summary') continue;
    const isHeaded = (line: number) => marked[line]?.text.toLowerCase() === 'abstract';
    if (isProse(at - 1) && isHeaded(at - 2)) marked[at - 1]!.furniture = 'certain';
    else if (isHeaded(at - 1) && isProse(at + 1) && isProse(at + 2)) {
      marked[at + 1]!.furniture = 'certain';
    }
  }
}

/** A word or a day that stands directly above certain furniture belongs to it. */
function amongFurniture(marked: MarkedLine[]): void {
  for (let at = marked.length - 2; at >= 0; at--) {
    const { furniture, text, facts, names } = marked[at]!;
    if (
      furniture !== 'likely' ||
      names === 'organization' ||
      facts?.authors ||
      !/\p{L}/u.test(text)
    )
      continue;
    if (marked[at + 1]!.furniture === 'certain') marked[at]!.furniture = 'certain';
  }
}
