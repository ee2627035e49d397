import { decodeWords, NumberReader } from '../index/codec.ts';
import {
  MANIFEST,
  SIZE_UNIT,
  type Core,
  type IdentifiersFile,
  type Manifest,
  type PaperCard,
  type PlacesFile,
  type TermsFile,
  type WordsFile,
} from '../index/index-format.ts';
import { readPosting, type Posting } from './posting.ts';
import { Recent } from './recent.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** Reads a file of the index by its path: from the network in a browser, from a map in a test. */
export type LoadFile = (path: string) => Promise<unknown>;

/** So many parsed files are kept, and so many cards: what is typed key by key finds the same again. */
const MOST_FILES = 160;
const MOST_CARDS = 400;

/** Longer words of a short beginning are looked up in so many characters of index at most. */
const MOST_PREFIX_CHARACTERS = 16_000;

/** In an index of so many papers none of the files of terms is spared. */
const SMALL_CORPUS = 1000;

/** Identifiers in order, and the paper of each. */
interface Named {
  identifiers: string[];
  papers: number[];
}

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
  private words: Promise<Vocabulary> | undefined;
  private named: Promise<Named> | undefined;
  private readonly files = new Recent(MOST_FILES);
  private readonly cards = new Recent(MOST_CARDS);

  private constructor(core: Core, load: LoadFile, mostPrefixCharacters: number) {
    this.mostPrefixCharacters = mostPrefixCharacters;
    this.core = core;
    this.load = load;
    this.firstTerms = decodeWords(core.termFiles);
    const sizes = new NumberReader(core.termSizes);
    this.termSizes = this.firstTerms.map(() => sizes.number() * SIZE_UNIT);
  }

  static async open(
    load: LoadFile,
    mostPrefixCharacters = MOST_PREFIX_CHARACTERS,
  ): Promise<IndexReader> {
    const { folder } = (await load(MANIFEST)) as Manifest;
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
    const lists = await this.files.get(`places/${file}.json`, async (path) =>
      ((await this.load(path)) as PlacesFile).places.split(' '),
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

  async card(paper: number): Promise<PaperCard> {
    const { papersPerFile } = this.core;
    const file = Math.floor(paper / papersPerFile);
    const cards = await this.cards.get(
      `papers/${file}.json`,
      async (path) => (await this.load(path)) as PaperCard[],
    );
    return cards[paper % papersPerFile]!;
  }

  /** The words of the index; kept, for their file is the largest. */
  vocabulary(): Promise<Vocabulary> {
    this.words ??= this.load('words.json').then((json) => readVocabulary(json as WordsFile));
    this.words.catch(() => (this.words = undefined));
    return this.words;
  }

  /** The papers with an identifier; where none has it, those with one that begins so. */
  async papersNamed(beginning: string): Promise<number[]> {
    this.named ??= this.load('identifiers.json').then((json) => readNamed(json as IdentifiersFile));
    this.named.catch(() => (this.named = undefined));
    const { identifiers, papers } = await this.named;
    const start = lowerBound(identifiers, beginning);
    const isHeld = identifiers[start] === beginning;
    const isOne = (identifier: string) =>
      isHeld ? identifier === beginning : identifier.startsWith(beginning);
    let end = start;
    while (end < identifiers.length && isOne(identifiers[end]!)) end++;
    return [...new Set(papers.slice(start, end))].sort((one, other) => one - other);
  }

  /** Whether every file of terms is soon loaded anyway. */
  get isSmall(): boolean {
    return this.core.count <= SMALL_CORPUS;
  }

  /** Whether looking a rare term up is worth a file: it is known, or the index is small. */
  async mayHold(term: string): Promise<boolean> {
    return this.isSmall || (await this.vocabulary()).known.has(term);
  }

  /** The files that may hold a prefix: the one that it falls into, and those that begin with it. */
  private async termFiles(prefix: string, mostCharacters: number): Promise<OpenTerms[]> {
    if (this.firstTerms.length === 0) return [];
    const first = Math.max(0, this.fileOf(prefix));
    const further = this.firstTerms.slice(first + 1).findIndex((term) => !term.startsWith(prefix));
    const end = further < 0 ? this.firstTerms.length : first + 1 + further;
    const files = [this.openTerms(first)];
    let characters = 0;
    for (let file = first + 1; file < end; file++) {
      characters += this.termSizes[file]!;
      if (file > first + 1 && characters > mostCharacters && !this.isSmall) break;
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
    return this.files.get(`terms/${file}.json`, async (path) => {
      const { terms, postings } = (await this.load(path)) as TermsFile;
      return { terms: decodeWords(terms), postings: postings.split(' ') };
    });
  }
}

function readNamed({ identifiers, papers }: IdentifiersFile): Named {
  const reader = new NumberReader(papers);
  const words = decodeWords(identifiers);
  return { identifiers: words, papers: words.map(() => reader.number()) };
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
