import { FIELD_GAP } from './index-format.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of a paper in order, and the terms that it has besides. */
export interface TermParts {
  title: readonly string[];
  abstract: readonly string[];
  /** Words joined: `tmac`, `lowbit`. */
  joined: readonly string[];
  methods: readonly string[];
  topics: readonly string[];
  /** Of authors. */
  names: readonly string[];
  /** Parts of addresses, and what norms are called: they count where nothing else says the same. */
  asides: readonly string[];
}

/**
 * The terms of a paper in one list of numbers: how many each part has, then all terms, part by part,
 * as numbers of a vocabulary, then the places of the joined ones, then for each name its author.
 */
export type PaperTerms = Int32Array;

const PARTS = ['title', 'abstract', 'joined', 'methods', 'topics', 'asides', 'names'] as const;
const HEAD = PARTS.length;
const [JOINED, METHODS, NAMES] = [2, 3, 6];

/**
 * Where a term stands is one number: twice its place in title and abstract, odd for words joined;
 * or, above all places, the part that it is of; for a name, above all of these, its author.
 */
const ABOVE = 2 ** 26;
export const [OF_METHODS, OF_TOPICS, OF_ASIDES, OF_LONG_FORM, OF_NAMES] = [0, 1, 2, 3, 4].map(
  (from) => ABOVE + from,
) as [number, number, number, number, number];

/**
 * `places` are those of the joined words: of the first of them, ascending; `authors` say of which
 * author each name is, counted from 0.
 */
export function packTerms(
  parts: TermParts,
  { places, authors }: Record<'places' | 'authors', readonly number[]>,
  vocabulary: Vocabulary,
): PaperTerms {
  const lengths = PARTS.map((part) => parts[part].length);
  const terms = PARTS.flatMap((part) => parts[part].map((term) => vocabulary.numberOf(term)));
  return Int32Array.from([...lengths, ...terms, ...places, ...authors]);
}

/** The part of the list that holds terms; a view. */
export function numbersOf(paper: PaperTerms): Int32Array {
  return paper.subarray(HEAD, termsEnd(paper));
}

function termsEnd(paper: PaperTerms): number {
  return paper.length - paper[JOINED]! - paper[NAMES]!;
}

export function lengthsOf(paper: PaperTerms): { title: number; abstract: number } {
  return { title: paper[0]!, abstract: paper[1]! };
}

/** Title and abstract as numbers of words; views. */
export function wordsOf(paper: PaperTerms): { title: Int32Array; abstract: Int32Array } {
  const border = HEAD + paper[0]!;
  return {
    title: paper.subarray(HEAD, border),
    abstract: paper.subarray(border, border + paper[1]!),
  };
}

/** The first place of the abstract. */
export function abstractPlace(paper: PaperTerms): number {
  return paper[0]! + FIELD_GAP;
}

/**
 * Tells where the terms of a paper stand, for each term in ascending order; stop words only of a
 * title that has no others.
 */
export function eachSite(
  paper: PaperTerms,
  isStop: Uint8Array,
  visit: (term: number, site: number) => void,
): void {
  const [title, abstract, joined] = [paper[0]!, paper[1]!, paper[JOINED]!];
  let small = 0;
  while (small < title && isStop[paper[HEAD + small]!] !== 0) small++;
  const isSmall = small === title;
  let nextJoined = HEAD + title + abstract;
  let nextPlace = termsEnd(paper);
  const firstAuthor = nextPlace + joined;
  for (let word = 0; word < title + abstract; word++) {
    const place = word < title ? word : word + FIELD_GAP;
    const term = paper[HEAD + word]!;
    if (isStop[term] === 0 || (isSmall && word < title)) visit(term, 2 * place);
    for (; nextPlace < firstAuthor && paper[nextPlace]! <= place; nextPlace++)
      visit(paper[nextJoined++]!, 2 * place + 1);
  }
  let next = HEAD + title + abstract + joined;
  for (let part = METHODS; part < NAMES; part++)
    for (const end = next + paper[part]!; next < end; next++)
      visit(paper[next]!, OF_METHODS + part - METHODS);
  for (let author = firstAuthor; author < paper.length; author++)
    visit(paper[next++]!, OF_NAMES + paper[author]!);
}
