import { NumberReader } from '../index/codec.ts';
import { IN_TITLE, NO_PLACE } from '../index/index-format.ts';

/** The papers that hold a term, ascending, and the fields that hold it. */
export interface Posting {
  term: string;
  papers: Int32Array;
  fields: Uint8Array;
  /** Where in the title, or `NO_PLACE`. */
  titlePlaces: Uint8Array;
}

/** A posting from its text in a file of terms. */
export function readPosting(term: string, text: string): Posting {
  const reader = new NumberReader(text);
  const papers: number[] = [];
  const fields: number[] = [];
  const titlePlaces: number[] = [];
  for (let paper = 0; !reader.done;) {
    paper += reader.number();
    papers.push(paper);
    const bits = reader.digit();
    fields.push(bits);
    titlePlaces.push(bits & IN_TITLE ? reader.digit() : NO_PLACE);
  }
  return {
    term,
    papers: Int32Array.from(papers),
    fields: Uint8Array.from(fields),
    titlePlaces: Uint8Array.from(titlePlaces),
  };
}
