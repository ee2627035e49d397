import { encodeWords } from './codec.ts';
import { IN_TITLE, type PlacesFile, type TermsFile } from './index-format.ts';
import type { TermEntry } from './inverted-terms.ts';
import type { TermRows } from './term-rows.ts';
import { TextWriter } from './text-writer.ts';

/** Terms in order, cut into ranges whose postings are about `size` characters. */
export function splitTerms(entries: readonly TermEntry[], size: number): TermEntry[][] {
  const ranges: TermEntry[][] = [];
  let filled = size;
  for (const entry of entries) {
    const cost = entry.term.length / 2 + entry.count * 2;
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
export function toTermsFile(range: readonly TermEntry[], rows: TermRows): TermsFile {
  const { papers, fields, titlePlaces } = rows;
  return {
    terms: encodeWords(range.map(({ term }) => term)),
    postings: encodeEach(range, (first, end) => {
      for (let row = first, before = 0; row < end; row++) {
        writer.number(papers[row]! - before);
        writer.digit(fields[row]!);
        if (fields[row]! & IN_TITLE) writer.digit(titlePlaces[row]!);
        before = papers[row]!;
      }
    }),
  };
}

/** The same range with where each term stands in these papers. */
export function toPlacesFile(range: readonly TermEntry[], rows: TermRows): PlacesFile {
  const { places, placesEnd } = rows;
  return {
    places: encodeEach(range, (first, end) => {
      let place = rows.placesStart(first);
      for (let row = first; row < end; row++) {
        const last = placesEnd[row]!;
        writer.number(last - place);
        for (let before = 0; place < last; place++) {
          writer.number(places[place]! - before);
          before = places[place]!;
        }
      }
    }),
  };
}

/** What `encode` writes of the rows of each term, with a space between. */
function encodeEach(
  range: readonly TermEntry[],
  encode: (first: number, end: number) => void,
): string {
  for (const [at, { first, count }] of range.entries()) {
    if (at > 0) writer.space();
    encode(first, first + count);
  }
  return writer.take();
}
