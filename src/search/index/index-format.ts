import type { Inline } from '../document/read-html.ts';

/**
 * The files of a search index, as the build writes them and the browser reads them. All are JSON,
 * so that every host compresses them; long lists of numbers and words are text (`codec.ts`).
 *
 * `manifest.json` names the folder of the rest: `core.json`; `terms/N.json`, the terms of a range of
 * the alphabet with the papers that hold them; `places/N.json`, where in these papers; `papers/N.json`,
 * titles and sentences; `words.json`, what misspelt words are corrected to; `identifiers.json`, which
 * papers arXiv and others know by which name.
 */
export interface Manifest {
  folder: string;
}

/** The one file whose name says nothing of its content. */
export const MANIFEST = 'manifest.json';

export interface Core {
  /** How many papers there are; a paper's number is its rank by date, newest first. */
  count: number;
  papersPerFile: number;
  /** First term of each file of terms, in order. */
  termFiles: string;
  /** Size in characters of each file of terms, in units of `SIZE_UNIT`. */
  termSizes: string;
  /** Papers' flags, title lengths in words, abstract lengths in units of `LENGTH_UNIT`: a digit each. */
  flags: string;
  titleLengths: string;
  abstractLengths: string;
  dates: string[];
  /** For each paper an index into `dates`. */
  paperDates: string;
  years: string[];
  /** For each paper an index into `years`. */
  paperYears: string;
  topics: { id: string; label: string }[];
  /** For each paper the number of its topics and their indexes. */
  paperTopics: string;
  /** "gnn graph neural network" */
  acronyms: string[];
  hasAuthors: boolean;
  /** The authors of most papers, for a facet. */
  authors: string[];
  /** For each paper the number of these authors and their indexes. */
  paperAuthors: string;
}

export interface TermsFile {
  terms: string;
  /**
   * One list of postings a term: distance to the paper before, then the fields as a digit, then,
   * where the title is one of them, its place there as another.
   */
  postings: string;
}

export interface PlacesFile {
  /**
   * One list a term: for each of its papers the count of places and their distances. The place of a
   * name is its author: the first, the second.
   */
  places: string;
}

export interface IdentifiersFile {
  /** In order: `arxiv:2412.06289`. */
  identifiers: string;
  /** The paper of each. */
  papers: string;
}

export interface WordsFile {
  words: string;
  /** How common each word is: a digit, twice the logarithm of its papers, + `NAME_BIT` for a name. */
  weights: string;
  /** English words that look like these, misspelt. */
  english: string;
}

/** A paper as a hit shows it. */
export interface PaperCard {
  id: string;
  title: Inline[];
  sentences: Inline[][];
  authors?: readonly string[];
}

export const SIZE_UNIT = 256;
export const LENGTH_UNIT = 8;
export const NAME_BIT = 32;

/** Bits of `Core.flags`. */
export const HAS_CODE = 1;
export const HAS_MATH = 2;

/** Bits of a posting: the fields of a paper that hold a term. The lowest two count it in the abstract. */
export const IN_ABSTRACT = 3;
export const IN_TITLE = 4;
export const IN_METHODS = 8;
export const IN_TOPICS = 16;
/** The paper spells out the acronym that the term is. */
export const IN_LONG_FORM = 32;

/** The place in a title of what stands too late in it, or in none: an author's name. */
export const NO_PLACE = 62;

/** Before an author's name as a term, so that names and words keep apart. */
export const AUTHOR_MARK = '@';
/** Places between the end of the title and the start of the abstract. */
export const FIELD_GAP = 8;
