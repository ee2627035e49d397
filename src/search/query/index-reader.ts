import { decodeWords, NumberReader } from '../index/codec.ts';
import {
  IN_TITLE,
  NO_PLACE,
  type Core,
  type Manifest,
  type PaperCard,
  type PlacesFile,
  type TermsFile,
  type WordsFile,
} from '../index/index-format.ts';

/** Reads a file of the index by its path: from the network in a browser, from a map in a test. */
export type LoadFile = (path: string) => Promise<unknown>;

/** The papers that hold a term, ascending, and the fields that hold it. */
export interface Posting {
  term: string;
  papers: Int32Array;
  fields: Uint8Array;
  /** Where in the title, or `NO_PLACE`. */
  titlePlaces: Uint8Array;
}

/** A word that a misspelt one may be corrected to. */
export interface VocabularyWord {
  term: string;
  /** Twice the logarithm of the number of its papers. */
  weight: number;
  isName: boolean;
}

/** Of the parsed files of terms and cards, so many of each are kept. */
const MOST_KEPT = 160;

/** Longer words of a short beginning are looked up in so many characters of index at most. */
const MOST_PREFIX_CHARACTERS = 16_000;

/** In an index of so many papers none of the files of terms is spared. */
const SMALL_CORPUS = 1000;

interface OpenTerms {
  terms: string[];
  postings: string[];
}

/** A search index that is read file by file, as queries need it. */
export class IndexReader {
  readonly core: Core;
  readonly firstTerms: string[];
  readonly termSizes: number[];
  readonly mostPrefixCharacters: number;
  private readonly load: LoadFile;
  private known: Set<string> | undefined;
  private readonly kept = new Map<string, Promise<unknown>>();

  private constructor(core: Core, load: LoadFile, mostPrefixCharacters: number) {
    this.mostPrefixCharacters = mostPrefixCharacters;
    this.core = core;
    this.load = load;
    this.firstTerms = decodeWords(core.termFiles);
    const sizes = new NumberReader(core.termSizes);
    this.termSizes = this.firstTerms.map(() => sizes.number() * 256);
  }

  static async open(
    load: LoadFile,
    mostPrefixCharacters = MOST_PREFIX_CHARACTERS,
  ): Promise<IndexReader> {
    const { folder } = (await load('manifest.json')) as Manifest;
    const inFolder: LoadFile = (path) => load(`${folder}/${path}`);
    return new IndexReader((await inFolder('core.json')) as Core, inFolder, mostPrefixCharacters);
  }

  /** The postings of the terms that begin with `prefix` and pass `wanted`; the exact term first. */
  async postings(
    prefix: string,
    wanted: (term: string) => boolean,
    mostCharacters = Infinity,
  ): Promise<Posting[]> {
    const files = await this.termFiles(prefix, mostCharacters);
    return files.flatMap(({ terms, postings }) => {
      const found: Posting[] = [];
      for (let at = lowerBound(terms, prefix); at < terms.length; at++) {
        const term = terms[at]!;
        if (!term.startsWith(prefix)) break;
        if (wanted(term)) found.push(readPosting(term, postings[at]!));
      }
      return found;
    });
  }

  async posting(term: string): Promise<Posting | undefined> {
    const file = this.fileOf(term);
    if (file < 0) return undefined;
    const { terms, postings } = await this.openTerms(file);
    const at = lowerBound(terms, term);
    return terms[at] === term ? readPosting(term, postings[at]!) : undefined;
  }

  /** Where a term stands: by paper, its places ascending. */
  async places(term: string): Promise<Map<number, number[]>> {
    const found = new Map<number, number[]>();
    const file = this.fileOf(term);
    const posting = await this.posting(term);
    if (file < 0 || !posting) return found;
    const { terms } = await this.openTerms(file);
    const lists = await this.keep(`places/${file}.json`, (json) =>
      (json as PlacesFile).places.split(' '),
    );
    const reader = new NumberReader(lists[lowerBound(terms, term)]!);
    for (const paper of posting.papers) {
      const places: number[] = [];
      for (let left = reader.number(), place = 0; left > 0; left--)
        places.push((place += reader.number()));
      found.set(paper, places);
    }
    return found;
  }

  /** Size in characters of the file that holds a term. */
  costOf(term: string): number {
    return this.termSizes[this.fileOf(term)] ?? 0;
  }

  async card(paper: number): Promise<PaperCard> {
    const { papersPerFile } = this.core;
    const file = Math.floor(paper / papersPerFile);
    const cards = await this.keep(`papers/${file}.json`, (json) => json as PaperCard[]);
    return cards[paper % papersPerFile]!;
  }

  async vocabulary(): Promise<VocabularyWord[]> {
    return this.keep('words.json', (json) => {
      const { words, weights } = json as WordsFile;
      const reader = new NumberReader(weights);
      return decodeWords(words).map((term) => {
        const digit = reader.digit();
        return { term, weight: digit & 31, isName: (digit & 32) !== 0 };
      });
    });
  }

  /** Whether every file of terms is soon loaded anyway. */
  get isSmall(): boolean {
    return this.core.count <= SMALL_CORPUS;
  }

  /** Whether looking a rare term up is worth a file: it is known, or the index is small. */
  async mayHold(term: string): Promise<boolean> {
    if (this.isSmall) return true;
    this.known ??= new Set((await this.vocabulary()).map((word) => word.term));
    return this.known.has(term);
  }

  private async termFiles(prefix: string, mostCharacters: number): Promise<OpenTerms[]> {
    const files: Promise<OpenTerms>[] = [];
    let file = Math.max(0, this.fileOf(prefix));
    for (let characters = 0; file < this.firstTerms.length; file++) {
      const first = this.firstTerms[file]!;
      if (first > prefix && !first.startsWith(prefix)) break;
      characters += this.termSizes[file]!;
      if (files.length > 0 && characters > mostCharacters) break;
      files.push(this.openTerms(file));
    }
    return Promise.all(files);
  }

  /** The file in whose range a term falls, or -1 before the first. */
  private fileOf(term: string): number {
    const at = lowerBound(this.firstTerms, term);
    return this.firstTerms[at] === term ? at : at - 1;
  }

  private openTerms(file: number): Promise<OpenTerms> {
    return this.keep(`terms/${file}.json`, (json) => {
      const { terms, postings } = json as TermsFile;
      return { terms: decodeWords(terms), postings: postings.split(' ') };
    });
  }

  /** A parsed file, loaded once; the longest unused is forgotten. A failed load is tried again. */
  private keep<Parsed>(path: string, parse: (json: unknown) => Parsed): Promise<Parsed> {
    const known = this.kept.get(path) as Promise<Parsed> | undefined;
    this.kept.delete(path);
    const parsed = known ?? this.load(path).then(parse);
    this.kept.set(path, parsed);
    if (known) return known;
    parsed.catch(() => this.kept.delete(path));
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return parsed;
  }
}

function readPosting(term: string, text: string): Posting {
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

/** The first index whose item is not below `wanted`. */
function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
