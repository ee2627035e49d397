import { encodeWords } from './codec.ts';
import { IN_TITLE, type PlacesFile, type TermsFile } from './index-format.ts';
import type { Postings, TermEntry } from './inverted-terms.ts';
import { TextWriter } from './text-writer.ts';

/** Terms in order, cut into ranges whose postings are about `size` characters. */
export function splitTerms(entries: readonly TermEntry[], size: number): TermEntry[][] {
  const ranges: TermEntry[][] = [];
  let filled = size;
  for (const entry of entries) {
    const cost = entry.term.length / 2 + entry.postings.length * 2;
    if (filled + cost / 2 > size) {
      ranges.push([]);
      filled = 0;
    }
    ranges.at(-1)!.push(entry);
    filled += cost;
  }
  return ranges;
}

const writer = new TextWriter();

/** A range of terms with the papers that hold each. */
export function toTermsFile(range: readonly TermEntry[]): TermsFile {
  return {
    terms: encodeWords(range.map(({ term }) => term)),
    postings: encodeEach(range, (postings) => {
      for (let at = 0, before = 0; at < postings.length; at++) {
        const [paper, fields] = [postings.paper(at), postings.fields(at)];
        writer.number(paper - before);
        writer.digit(fields);
        if (fields & IN_TITLE) writer.digit(postings.titlePlace(at));
        before = paper;
      }
    }),
  };
}

/** The same range with where each term stands in these papers. */
export function toPlacesFile(range: readonly TermEntry[]): PlacesFile {
  return {
    places: encodeEach(range, (postings) => {
      for (let at = 0; at < postings.length; at++) {
        const places = postings.places(at);
        writer.number(places.length);
        for (const [index, place] of places.entries())
          writer.number(place - (index > 0 ? places[index - 1]! : 0));
      }
    }),
  };
}

/** What `encode` writes of each term, with a space between. */
function encodeEach(range: readonly TermEntry[], encode: (postings: Postings) => void): string {
  for (const [at, { postings }] of range.entries()) {
    if (at > 0) writer.space();
    encode(postings);
  }
  return writer.take();
}
