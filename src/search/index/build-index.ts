import type { SearchDocument } from '../document/search-document.ts';
import { encodeWords } from './codec.ts';
import { toCoreTables, toDigits } from './core-tables.ts';
import { extractPaper, toCard, type PaperExtract } from './extract-paper.ts';
import { fingerprint } from './fingerprint.ts';
import {
  LENGTH_UNIT,
  MANIFEST,
  SIZE_UNIT,
  type Core,
  type IdentifiersFile,
  type Manifest,
  type PaperCard,
} from './index-format.ts';
import { invertTerms, type InvertedTerms } from './inverted-terms.ts';
import { learnAcronyms, type Acronym } from './learn-acronyms.ts';
import { lengthsOf } from './paper-terms.ts';
import { splitTerms, toPlacesFile, toTermsFile } from './term-files.ts';
import { encodeNumbers } from './text-writer.ts';
import { Vocabulary } from './vocabulary.ts';
import { toWordsFile } from './words-file.ts';

/** A file of terms is closed when its postings reach this many characters. */
const TERMS_FILE_SIZE = 6000;
/** A hit's card is a file of its own, so that a list of ten loads ten cards and no more. */
const PAPERS_PER_FILE = 1;

type Topics = readonly Core['topics'][number][];

export interface IndexOptions {
  termsFileSize?: number;
  papersPerFile?: number;
}

/** A file of an index. */
export interface IndexFile {
  path: string;
  /** Differs where the text differs. */
  key: string;
  text: () => string;
}

/**
 * The files of the search index, by path: pure, and the same bytes for the same papers. `documents`
 * come newest first. `topics` are those that facets name.
 */
export function buildIndex(
  documents: readonly SearchDocument[],
  topics: Topics,
  options: IndexOptions = {},
): Map<string, string> {
  const vocabulary = new Vocabulary();
  const files = indexFiles(
    documents.map((document) => extractPaper(document, vocabulary)),
    vocabulary,
    topics,
    (paper) => toCard(documents[paper]!),
    options,
  );
  return new Map(files.map(({ path, text }) => [path, text()]));
}

/** The same of what was taken from the papers before; a card is asked for when its file is. */
export function indexFiles(
  papers: readonly PaperExtract[],
  vocabulary: Vocabulary,
  topics: Topics,
  cardOf: (paper: number) => PaperCard,
  { termsFileSize = TERMS_FILE_SIZE, papersPerFile = PAPERS_PER_FILE }: IndexOptions = {},
): IndexFile[] {
  const acronyms = learnAcronyms(papers.map((paper) => paper.acronyms));
  const terms = invertTerms(papers, vocabulary, acronyms);
  const lengths = papers.map((paper) => lengthsOf(paper.terms));
  const files: IndexFile[] = [];
  const write = (path: string, value: unknown) => files.push(ready(path, JSON.stringify(value)));
  const ranges = splitTerms(terms.entries, termsFileSize);
  const sizes = ranges.map((range, at) => {
    const file = toTermsFile(range, terms.rows);
    write(`terms/${at}.json`, file);
    write(`places/${at}.json`, toPlacesFile(range, terms.rows));
    return Math.ceil((file.terms.length + file.postings.length) / SIZE_UNIT);
  });
  for (let first = 0; first < papers.length; first += papersPerFile) {
    const some = papers.slice(first, first + papersPerFile);
    files.push({
      path: `papers/${first / papersPerFile}.json`,
      key: fingerprint(some.map(({ card }) => card)),
      text: () => JSON.stringify(some.map((_, at) => cardOf(first + at))),
    });
  }
  write('words.json', toWordsFile(terms.entries, papers.length));
  write('identifiers.json', toIdentifiersFile(papers));
  write('core.json', {
    ...toCoreTables(papers, topics),
    papersPerFile,
    termFiles: encodeWords(ranges.map((range) => range[0]!.term)),
    termSizes: encodeNumbers(sizes),
    titleLengths: toDigits(lengths.map(({ title }) => title)),
    abstractLengths: toDigits(lengths.map(({ abstract }) => Math.round(abstract / LENGTH_UNIT))),
    acronyms: acronymsOfUse(acronyms, terms).map(({ acronym, words }) =>
      [acronym, ...words].join(' '),
    ),
  } satisfies Core);
  return inFolder(files);
}

function toIdentifiersFile(papers: readonly PaperExtract[]): IdentifiersFile {
  const named = papers
    .flatMap(({ identifiers }, paper) => identifiers.map((identifier) => ({ identifier, paper })))
    .sort((one, other) => (one.identifier < other.identifier ? -1 : 1));
  return {
    identifiers: encodeWords(named.map(({ identifier }) => identifier)),
    papers: encodeNumbers(named.map(({ paper }) => paper)),
  };
}

function ready(path: string, text: string): IndexFile {
  return { path, key: fingerprint([text]), text: () => text };
}

/** Acronyms whose long form a paper holds, and those that have a single meaning and that a paper writes. */
function acronymsOfUse(
  acronyms: readonly Acronym[],
  { entries, spelledOut }: InvertedTerms,
): Acronym[] {
  const written = new Set(entries.map(({ term }) => term));
  const meanings = Map.groupBy(acronyms, ({ acronym }) => acronym);
  const isClear = ({ acronym }: Acronym) =>
    acronym.length > 2 &&
    new Set(meanings.get(acronym)!.map(({ words }) => words.join())).size === 1;
  return acronyms.filter(
    (one) => spelledOut.has(one) || (isClear(one) && written.has(one.acronym)),
  );
}

/** Moves the files into a folder named after all that is in them, beside the manifest that names it. */
function inFolder(files: readonly IndexFile[]): IndexFile[] {
  const folder = fingerprint(files.flatMap(({ path, key }) => [path, key]));
  const manifest: Manifest = { folder };
  return [
    ready(MANIFEST, JSON.stringify(manifest)),
    ...files.map((file) => ({ ...file, path: `${folder}/${file.path}` })),
  ];
}
