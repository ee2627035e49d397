import type { PaperExtract } from './extract-paper.ts';
import type { Acronym } from './learn-acronyms.ts';
import { NumberColumn } from './number-column.ts';
import { paperRows, type TermRow } from './paper-rows.ts';
import { TermTable } from './term-table.ts';

/** A term with the papers that hold it. */
export interface TermEntry {
  term: string;
  /** One for each paper, ascending. */
  postings: Postings;
  /** All fields that hold it in any paper, as bits. */
  fields: number;
  /** Stands somewhere as a word, not only as words joined. */
  isWord: boolean;
}

/** All terms of a corpus, and what else is learned of its papers on the way. */
export interface InvertedTerms {
  /** In order. */
  entries: readonly TermEntry[];
  titleLengths: number[];
  abstractLengths: number[];
  /** The acronyms whose long form a paper holds. */
  spelledOut: ReadonlySet<Acronym>;
}

/** From papers and their terms to terms and their papers. */
export function invertTerms(
  papers: readonly PaperExtract[],
  acronyms: readonly Acronym[],
): InvertedTerms {
  const table = new TermTable(acronyms);
  const columns = new Columns();
  const titleLengths: number[] = [];
  const abstractLengths: number[] = [];
  const spelledOut = new Set<Acronym>();
  for (const [paper, extract] of papers.entries()) {
    const found = paperRows(extract, table);
    for (const row of found.rows) columns.add(paper, row);
    titleLengths.push(found.titleLength);
    abstractLengths.push(found.abstractLength);
    for (const acronym of found.spelledOut) spelledOut.add(acronym);
  }
  const entries = columns.entries(table.terms);
  return { entries, titleLengths, abstractLengths, spelledOut };
}

/** The postings of a term, among those of all terms. */
export class Postings {
  readonly length: number;
  private readonly columns: Columns;
  private readonly rows: Int32Array;

  constructor(columns: Columns, rows: Int32Array) {
    this.columns = columns;
    this.rows = rows;
    this.length = rows.length;
  }

  paper(at: number): number {
    return this.columns.papers.at(this.rows[at]!);
  }

  fields(at: number): number {
    return this.columns.fields.at(this.rows[at]!);
  }

  titlePlace(at: number): number {
    return this.columns.titlePlaces.at(this.rows[at]!);
  }

  /** Where the term stands in title and abstract, ascending. */
  places(at: number): Int32Array {
    const row = this.rows[at]!;
    const first = row === 0 ? 0 : this.columns.placesEnd.at(row - 1);
    return this.columns.places.slice(first, this.columns.placesEnd.at(row));
  }
}

/** The rows of all papers, paper by paper; a large corpus has millions. */
class Columns {
  readonly terms = new NumberColumn(new Int32Array());
  readonly papers = new NumberColumn(new Int32Array());
  readonly fields = new NumberColumn(new Uint8Array());
  readonly titlePlaces = new NumberColumn(new Uint8Array());
  readonly places = new NumberColumn(new Int32Array());
  /** Where the places of a row end among all. */
  readonly placesEnd = new NumberColumn(new Int32Array());
  private readonly counts: number[] = [];
  private readonly allFields: number[] = [];
  private readonly areWords: boolean[] = [];

  add(paper: number, { term, fields, titlePlace, places, isWord }: TermRow): void {
    this.terms.push(term);
    this.papers.push(paper);
    this.fields.push(fields);
    this.titlePlaces.push(titlePlace);
    for (const place of places) this.places.push(place);
    this.placesEnd.push(this.places.length);
    this.counts[term] = (this.counts[term] ?? 0) + 1;
    this.allFields[term] = (this.allFields[term] ?? 0) | fields;
    this.areWords[term] ||= isWord;
  }

  /** The terms that a paper holds, in order. */
  entries(terms: readonly string[]): TermEntry[] {
    const ends = this.rowsEnd(terms.length);
    const rows = this.rowsByTerm(ends);
    const held = terms.flatMap((term, number) => {
      const count = this.counts[number];
      if (count === undefined) return [];
      const end = ends[number]!;
      const postings = new Postings(this, rows.subarray(end - count, end));
      const [fields, isWord] = [this.allFields[number]!, this.areWords[number]!];
      return [{ term, postings, fields, isWord }];
    });
    return held.sort((a, b) => (a.term < b.term ? -1 : 1));
  }

  /** For each term the number of rows of all terms up to it. */
  private rowsEnd(terms: number): Int32Array {
    const ends = new Int32Array(terms);
    for (let term = 0, end = 0; term < terms; term++) ends[term] = end += this.counts[term] ?? 0;
    return ends;
  }

  /** The rows by term, and by paper within a term. */
  private rowsByTerm(ends: Int32Array): Int32Array {
    const next = ends.slice();
    const rows = new Int32Array(this.terms.length);
    for (let row = rows.length - 1; row >= 0; row--) rows[--next[this.terms.at(row)]!] = row;
    return rows;
  }
}
