import type { SearchDocument } from '../document/search-document.ts';
import { collectTerms, groupLongForms, type PaperTerms } from './collect-terms.ts';
import { NO_PLACE } from './index-format.ts';
import type { Acronym } from './learn-acronyms.ts';

/** A term with the papers that hold it. */
export interface TermEntry {
  term: string;
  papers: number[];
  fields: number[];
  /** Per paper its place in the title, or `NO_PLACE`. */
  titlePlaces: number[];
  /** Per paper the count of places, then the distances between them. */
  places: number[];
  /** Stands somewhere as a word, not only as words joined. */
  isWord: boolean;
}

/** All terms of a corpus, and what else is learned of its papers on the way. */
export interface InvertedTerms {
  entries: ReadonlyMap<string, TermEntry>;
  titleLengths: number[];
  abstractLengths: number[];
  /** The acronyms whose long form a paper holds. */
  spelledOut: ReadonlySet<Acronym>;
}

/** From papers and their terms to terms and their papers. */
export function invertTerms(
  documents: readonly SearchDocument[],
  acronyms: readonly Acronym[],
): InvertedTerms {
  const longForms = groupLongForms(acronyms);
  const papers = documents.map((document) => collectTerms(document, longForms));
  const entries = new Map<string, TermEntry>();
  for (const [paper, terms] of papers.entries()) addPaper(entries, paper, terms);
  return {
    entries,
    titleLengths: papers.map(({ titleLength }) => titleLength),
    abstractLengths: papers.map(({ abstractLength }) => abstractLength),
    spelledOut: new Set(papers.flatMap(({ spelledOut }) => spelledOut)),
  };
}

function addPaper(entries: Map<string, TermEntry>, paper: number, terms: PaperTerms): void {
  for (const [term, bits] of terms.fields) {
    let entry = entries.get(term);
    if (!entry) entries.set(term, (entry = newEntry(term)));
    const found = terms.places.get(term) ?? [];
    entry.papers.push(paper);
    entry.fields.push(bits);
    entry.titlePlaces.push(Math.min(NO_PLACE, found[0] ?? NO_PLACE));
    entry.isWord ||= !terms.joined.has(term);
    entry.places.push(found.length, ...distances(found));
  }
}

function newEntry(term: string): TermEntry {
  return { term, papers: [], fields: [], titlePlaces: [], places: [], isWord: false };
}

/** Ascending numbers as the steps between them, the first from zero. */
export function distances(ascending: readonly number[]): number[] {
  return ascending.map((value, at) => value - (at > 0 ? ascending[at - 1]! : 0));
}
