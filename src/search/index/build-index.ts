import type { SearchDocument } from '../document/search-document.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { encodeDigit, encodeNumbers, encodeWords } from './codec.ts';
import { collectTerms, groupLongForms, type PaperTerms } from './collect-terms.ts';
import { fingerprint } from './fingerprint.ts';
import {
  AUTHOR_MARK,
  HAS_CODE,
  HAS_MATH,
  IN_METHODS,
  IN_TITLE,
  NO_PLACE,
  type Core,
  type Manifest,
  type PaperCard,
  type PlacesFile,
  type TermsFile,
  type WordsFile,
} from './index-format.ts';
import { learnAcronyms, type Acronym } from './learn-acronyms.ts';

/** A file of terms is closed when its postings reach this many characters. */
const TERMS_FILE_SIZE = 6000;
/** A hit's card is a file of its own, so that a list of ten loads ten cards and no more. */
const PAPERS_PER_FILE = 1;
/** From this many papers on, a word of one paper alone is no correction. */
const LARGE_CORPUS = 2000;
/** "quantization": what a misspelt word may be corrected to. */
const CORRECTION = /^\p{L}[\p{L}\p{N}]{2,}$/u;
/** So many authors stand in the facet. */
const MOST_AUTHORS = 300;
/** A word beginning with this mark is a name of a method. */
const NAME_BIT = 32;

export interface IndexOptions {
  termsFileSize?: number;
  papersPerFile?: number;
}

/**
 * The files of the search index, by path: pure, and the same bytes for the same papers. `documents`
 * come newest first. `topics` are those that facets name.
 */
export function buildIndex(
  documents: readonly SearchDocument[],
  topics: readonly Core['topics'][number][],
  options: IndexOptions = {},
): Map<string, string> {
  const { termsFileSize = TERMS_FILE_SIZE, papersPerFile = PAPERS_PER_FILE } = options;
  const acronyms = learnAcronyms(documents.map((one) => `${one.titleText}\n${one.abstractText}`));
  const terms = invert(documents, acronyms);
  const files = new Map<string, string>();
  const write = (path: string, value: unknown) => files.set(path, JSON.stringify(value));
  const ranges = splitTerms(terms, termsFileSize);
  const sizes = ranges.map((range, at) => {
    write(`places/${at}.json`, placesFile(range) satisfies PlacesFile);
    const file: TermsFile = termsFile(range);
    write(`terms/${at}.json`, file);
    return Math.ceil((file.terms.length + file.postings.length) / 256);
  });
  for (let at = 0; at * papersPerFile < documents.length; at++) {
    const some = documents.slice(at * papersPerFile, (at + 1) * papersPerFile);
    write(`papers/${at}.json`, some.map(toCard));
  }
  write('words.json', wordsFile(terms, documents.length));
  write('core.json', {
    ...tables(documents, topics),
    papersPerFile,
    termFiles: encodeWords(ranges.map((range) => range[0]!.term)),
    termSizes: encodeNumbers(sizes),
    titleLengths: digits(terms.titleLengths),
    abstractLengths: digits(terms.abstractLengths.map((length) => Math.round(length / 8))),
    acronyms: acronyms
      .filter(
        (one) => terms.spelledOut.has(one) || (isClear(one, acronyms) && terms.has(one.acronym)),
      )
      .map(({ acronym, words }) => [acronym, ...words].join(' ')),
    hasAuthors: documents.some(({ authors }) => authors.length > 0),
  } satisfies Core);
  return inFolder(files);
}

/** Moves the files into a folder named after all their bytes, beside the manifest that names it. */
function inFolder(files: ReadonlyMap<string, string>): Map<string, string> {
  const folder = fingerprint([...files].flat());
  const manifest: Manifest = { folder };
  return new Map([
    ['manifest.json', JSON.stringify(manifest)],
    ...[...files].map(([path, text]) => [`${folder}/${path}`, text] as const),
  ]);
}

interface TermEntry {
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

class InvertedTerms extends Map<string, TermEntry> {
  titleLengths: number[] = [];
  abstractLengths: number[] = [];
  readonly spelledOut = new Set<Acronym>();
}

function invert(documents: readonly SearchDocument[], acronyms: readonly Acronym[]): InvertedTerms {
  const longForms = groupLongForms(acronyms);
  const inverted = new InvertedTerms();
  for (const [paper, document] of documents.entries()) {
    const terms = collectTerms(document, longForms);
    inverted.titleLengths.push(terms.titleLength);
    inverted.abstractLengths.push(terms.abstractLength);
    for (const acronym of terms.spelledOut) inverted.spelledOut.add(acronym);
    addPaper(inverted, paper, terms);
  }
  return inverted;
}

/** Whether an acronym has one meaning only, so that a paper that writes it alone means that one. */
function isClear({ acronym, words }: Acronym, all: readonly Acronym[]): boolean {
  return (
    acronym.length > 2 &&
    !all.some((other) => other.acronym === acronym && other.words.join() !== words.join())
  );
}

function addPaper(inverted: InvertedTerms, paper: number, terms: PaperTerms): void {
  for (const [term, bits] of terms.fields) {
    let entry = inverted.get(term);
    if (!entry) inverted.set(term, (entry = newEntry(term)));
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

/** The terms in order, cut into ranges whose postings are about `size` characters. */
function splitTerms(terms: ReadonlyMap<string, TermEntry>, size: number): TermEntry[][] {
  const sorted = [...terms.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
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

function termsFile(range: readonly TermEntry[]): TermsFile {
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

function placesFile(range: readonly TermEntry[]): PlacesFile {
  return { places: range.map(({ places }) => encodeNumbers(places)).join(' ') };
}

function wordsFile(terms: ReadonlyMap<string, TermEntry>, papers: number): WordsFile {
  const kept = [...terms.values()]
    .filter((entry) => isWhole(entry) && CORRECTION.test(entry.term))
    .filter((entry) => papers < LARGE_CORPUS || entry.papers.length > 1 || entry.term.length > 5)
    .filter(
      ({ term, fields }) =>
        !STOP_WORDS.has(term) && !term.startsWith(AUTHOR_MARK) && fields.some((bits) => bits < 32),
    )
    .sort((a, b) => (a.term < b.term ? -1 : 1));
  return {
    words: encodeWords(kept.map(({ term }) => term)),
    weights: kept
      .map(({ papers: { length }, fields }) => {
        const name = fields.some((bits) => bits & IN_METHODS) ? NAME_BIT : 0;
        return encodeDigit(Math.min(31, Math.floor(Math.log2(length) * 2)) | name);
      })
      .join(''),
  };
}

/** Whether a term is a word, or a name written as one: `lowbit` is neither. */
function isWhole({ isWord, fields }: TermEntry): boolean {
  return isWord || fields.some((bits) => bits & (IN_METHODS | IN_TITLE));
}

function toCard({ id, title, sentences, authors }: SearchDocument): PaperCard {
  return { id, title, sentences, ...(authors.length > 0 && { authors }) };
}

function tables(documents: readonly SearchDocument[], topics: readonly Core['topics'][number][]) {
  const dates = [...new Set(documents.map(({ date }) => date))].sort();
  const years = [...new Set(documents.flatMap(({ year }) => year ?? []))].sort();
  const authors = frequentAuthors(documents);
  return {
    count: documents.length,
    flags: digits(
      documents.map(({ hasCode, hasMath }) => (hasCode ? HAS_CODE : 0) | (hasMath ? HAS_MATH : 0)),
    ),
    dates,
    paperDates: encodeNumbers(documents.map(({ date }) => dates.indexOf(date))),
    years,
    paperYears: encodeNumbers(documents.map(({ year }) => (year ? years.indexOf(year) + 1 : 0))),
    topics: topics.map(({ id, label }) => ({ id, label })),
    paperTopics: lists(
      documents.map(({ topicIds }) => topicIds),
      topics.map(({ id }) => id),
    ),
    authors,
    paperAuthors: lists(
      documents.map((document) => document.authors),
      authors,
    ),
  };
}

/** For each paper the number of its values and their indexes among the known ones. */
function lists(values: readonly (readonly string[])[], known: readonly string[]): string {
  const index = new Map(known.map((value, at) => [value, at]));
  return encodeNumbers(
    values.flatMap((some) => {
      const indexes = some.flatMap((value) => index.get(value) ?? []);
      return [indexes.length, ...indexes];
    }),
  );
}

/** The authors of most papers; equals in the order of their names. */
function frequentAuthors(documents: readonly SearchDocument[]): string[] {
  const counts = new Map<string, number>();
  for (const name of documents.flatMap(({ authors }) => authors))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_AUTHORS)
    .map(([name]) => name);
}

function digits(numbers: readonly number[]): string {
  return numbers.map((number) => encodeDigit(Math.min(63, number))).join('');
}

function distances(ascending: readonly number[]): number[] {
  return ascending.map((value, at) => value - (at > 0 ? ascending[at - 1]! : 0));
}
