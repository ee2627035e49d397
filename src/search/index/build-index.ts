import type { SearchDocument } from '../document/search-document.ts';
import { encodeNumbers, encodeWords } from './codec.ts';
import { toCoreTables, toDigits } from './core-tables.ts';
import { fingerprint } from './fingerprint.ts';
import {
  LENGTH_UNIT,
  SIZE_UNIT,
  type Core,
  type Manifest,
  type PaperCard,
} from './index-format.ts';
import { invertTerms, type InvertedTerms } from './inverted-terms.ts';
import { learnAcronyms, type Acronym } from './learn-acronyms.ts';
import { splitTerms, toPlacesFile, toTermsFile } from './term-files.ts';
import { toWordsFile } from './words-file.ts';

/** A file of terms is closed when its postings reach this many characters. */
const TERMS_FILE_SIZE = 6000;
/** A hit's card is a file of its own, so that a list of ten loads ten cards and no more. */
const PAPERS_PER_FILE = 1;

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
  const terms = invertTerms(documents, acronyms);
  const files = new Map<string, string>();
  const write = (path: string, value: unknown) => files.set(path, JSON.stringify(value));
  const ranges = splitTerms(terms.entries.values(), termsFileSize);
  const sizes = ranges.map((range, at) => {
    const file = toTermsFile(range);
    write(`terms/${at}.json`, file);
    write(`places/${at}.json`, toPlacesFile(range));
    return Math.ceil((file.terms.length + file.postings.length) / SIZE_UNIT);
  });
  for (let at = 0; at * papersPerFile < documents.length; at++) {
    const some = documents.slice(at * papersPerFile, (at + 1) * papersPerFile);
    write(`papers/${at}.json`, some.map(toCard));
  }
  write('words.json', toWordsFile(terms.entries, documents.length));
  write('core.json', {
    ...toCoreTables(documents, topics),
    papersPerFile,
    termFiles: encodeWords(ranges.map((range) => range[0]!.term)),
    termSizes: encodeNumbers(sizes),
    titleLengths: toDigits(terms.titleLengths),
    abstractLengths: toDigits(
      terms.abstractLengths.map((words) => Math.round(words / LENGTH_UNIT)),
    ),
    acronyms: acronyms
      .filter((acronym) => isOfUse(acronym, acronyms, terms))
      .map(({ acronym, words }) => [acronym, ...words].join(' ')),
  } satisfies Core);
  return inFolder(files);
}

/** An acronym whose long form a paper holds, or one that has a single meaning and that a paper writes. */
function isOfUse(one: Acronym, all: readonly Acronym[], terms: InvertedTerms): boolean {
  return terms.spelledOut.has(one) || (isClear(one, all) && terms.entries.has(one.acronym));
}

function isClear({ acronym, words }: Acronym, all: readonly Acronym[]): boolean {
  return (
    acronym.length > 2 &&
    !all.some((other) => other.acronym === acronym && other.words.join() !== words.join())
  );
}

function toCard({ id, title, sentences, authors }: SearchDocument): PaperCard {
  return { id, title, sentences, ...(authors.length > 0 && { authors }) };
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
