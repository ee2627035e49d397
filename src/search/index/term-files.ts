import { encodeDigit, encodeNumbers, encodeWords } from './codec.ts';
import { IN_TITLE, type PlacesFile, type TermsFile } from './index-format.ts';
import { distances, type TermEntry } from './inverted-terms.ts';

/** The terms in order, cut into ranges whose postings are about `size` characters. */
export function splitTerms(entries: Iterable<TermEntry>, size: number): TermEntry[][] {
  const sorted = [...entries].sort((a, b) => (a.term < b.term ? -1 : 1));
  const ranges: TermEntry[][] = [];
  let filled = size;
  for (const entry of sorted) {
    const cost = entry.term.length / 2 + entry.papers.length * 2;
    if (filled + cost / 2 > size) {
      ranges.push([]);
      filled = 0;
    }
    ranges.at(-1)!.push(entry);
    filled += cost;
  }
  return ranges;
}

/** A range of terms with the papers that hold each. */
export function toTermsFile(range: readonly TermEntry[]): TermsFile {
  return {
    terms: encodeWords(range.map(({ term }) => term)),
    postings: range
      .map((entry) =>
        distances(entry.papers)
          .map((distance, at) => posting(entry, distance, at))
          .join(''),
      )
      .join(' '),
  };
}

function posting({ fields, titlePlaces }: TermEntry, distance: number, at: number): string {
  const place = fields[at]! & IN_TITLE ? encodeDigit(titlePlaces[at]!) : '';
  return encodeNumbers([distance]) + encodeDigit(fields[at]!) + place;
}

/** The same range with where each term stands in these papers. */
export function toPlacesFile(range: readonly TermEntry[]): PlacesFile {
  return { places: range.map(({ places }) => encodeNumbers(places)).join(' ') };
}
