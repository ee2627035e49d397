import {
  IN_ABSTRACT,
  IN_LONG_FORM,
  IN_METHODS,
  IN_TITLE,
  IN_TOPICS,
  NO_PLACE,
} from './index-format.ts';
import { OF_ASIDES, OF_METHODS, OF_NAMES, OF_TOPICS } from './paper-terms.ts';
import type { Sites } from './sites-by-term.ts';

/** What the postings of a term have in common. */
export interface TermSummary {
  /** Its first row, and how many it has: one for each paper that holds it, ascending. */
  first: number;
  count: number;
  /** All fields that hold it in any paper, as bits. */
  fields: number;
  /** Stands somewhere as a word, not only as words joined. */
  isWord: boolean;
}

/** The postings of all terms, a row for each term and paper, in columns. */
export class TermRows {
  readonly papers: Int32Array;
  /** The fields of the paper that hold the term, as bits. */
  readonly fields: Uint8Array;
  /** The term's place in the title, or `NO_PLACE`. */
  readonly titlePlaces: Uint8Array;
  /**
   * Where the term stands in title and abstract, ascending; for a name, of which authors it is. And
   * where those of a row end.
   */
  readonly places: Int32Array;
  readonly placesEnd: Int32Array;
  private length = 0;
  private filled = 0;

  constructor(most: number) {
    this.papers = new Int32Array(most);
    this.fields = new Uint8Array(most);
    this.titlePlaces = new Uint8Array(most);
    this.places = new Int32Array(most);
    this.placesEnd = new Int32Array(most);
  }

  placesStart(row: number): number {
    return row === 0 ? 0 : this.placesEnd[row - 1]!;
  }

  /** Adds the rows of a term, whose sites are those from `from` to `to`. */
  add(all: Sites, from: number, to: number, abstractPlaces: Int32Array): TermSummary {
    const first = this.length;
    let fields = 0;
    let isWord = false;
    for (let start = from; start < to;) {
      const paper = all.papers[start]!;
      let end = start + 1;
      while (end < to && all.papers[end] === paper) end++;
      const isJoined = this.addRow(all, start, end, abstractPlaces[paper]!);
      fields |= this.fields[this.length - 1]!;
      isWord ||= !isJoined;
      start = end;
    }
    return { first, count: this.length - first, fields, isWord };
  }

  /** Returns whether the paper's text has the term only as words joined. */
  private addRow(
    { papers, sites }: Sites,
    from: number,
    to: number,
    abstractPlace: number,
  ): boolean {
    let fields = 0;
    let titlePlace = NO_PLACE;
    let [isJoined, isWord] = [false, false];
    for (let at = from; at < to; at++) {
      const site = sites[at]!;
      if (site >= OF_NAMES) {
        fields |= IN_TITLE;
        this.places[this.filled++] = site - OF_NAMES;
      } else if (site >= OF_METHODS) fields = withPart(fields, site);
      else {
        const place = site >> 1;
        if (site & 1) isJoined = true;
        else isWord = true;
        this.places[this.filled++] = place;
        if (place < abstractPlace) {
          fields |= IN_TITLE;
          titlePlace = Math.min(titlePlace, place);
        } else if ((fields & IN_ABSTRACT) < IN_ABSTRACT) fields += 1;
      }
    }
    const row = this.length++;
    this.papers[row] = papers[from]!;
    this.fields[row] = fields;
    this.titlePlaces[row] = titlePlace;
    this.placesEnd[row] = this.filled;
    return isJoined && !isWord;
  }
}

/** The fields of a row with a part that is neither title nor abstract. */
function withPart(fields: number, part: number): number {
  if (part === OF_METHODS) return fields | IN_METHODS;
  if (part === OF_TOPICS) return fields | IN_TOPICS;
  if (fields > 0) return fields;
  return part === OF_ASIDES ? IN_TOPICS : IN_LONG_FORM;
}
