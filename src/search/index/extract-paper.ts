import type { SearchDocument } from '../document/search-document.ts';
import { normNames } from '../text/norms.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { termsOf, tokenize } from '../text/tokenize.ts';
import { fingerprint } from './fingerprint.ts';
import { AUTHOR_MARK, FIELD_GAP, type PaperCard } from './index-format.ts';
import { introducedAcronyms } from './learn-acronyms.ts';

/**
 * What an index takes from one paper, whatever the others are: plain and small, so that a build may
 * keep it. Lists of terms are texts with a space between.
 */
export interface PaperExtract {
  date: string;
  year?: string;
  hasCode: boolean;
  hasMath: boolean;
  topicIds: readonly string[];
  authors: readonly string[];
  /** All words in order. */
  title: string;
  abstract: string;
  /** Words joined, each behind its place: `3 tmac 17 lowbit`. */
  joined: string;
  methods: string;
  topics: string;
  names: string;
  /** Parts of addresses, and what norms are called: they count where nothing else says the same. */
  asides: string;
  /** What it introduces: `gnn graph neural network`. */
  acronyms: readonly string[];
  /** Tells its card from all others. */
  card: string;
}

export function extractPaper(document: SearchDocument): PaperExtract {
  const { titleText, abstractText, date, year, hasCode, hasMath, topicIds, authors } = document;
  const title = readWords(titleText, 0);
  const abstract = readWords(abstractText, title.words.length + FIELD_GAP);
  const addresses = document.linkNames.flatMap(termsOf).filter(isNoStopWord);
  return {
    date,
    ...(year && { year }),
    hasCode,
    hasMath,
    topicIds,
    authors,
    title: title.words.join(' '),
    abstract: abstract.words.join(' '),
    joined: [...title.joined, ...abstract.joined].join(' '),
    methods: termsIn(document.methods),
    topics: termsIn(document.topicLabels),
    names: termsIn(authors, AUTHOR_MARK),
    asides: [...addresses, ...normNames(abstractText)].join(' '),
    acronyms: introducedAcronyms(`${titleText}\n${abstractText}`),
    card: fingerprint([JSON.stringify(toCard(document))]),
  };
}

/** A paper as a hit shows it. */
export function toCard({ id, title, sentences, authors }: SearchDocument): PaperCard {
  return { id, title, sentences, ...(authors.length > 0 && { authors }) };
}

/** The words of a text; `first` is the place of the first. */
function readWords(text: string, first: number): { words: string[]; joined: string[] } {
  const words: string[] = [];
  const joined: string[] = [];
  for (const chunk of tokenize(text)) {
    for (const term of chunk.joined) joined.push(`${first + words.length} ${term}`);
    for (const { term } of chunk.parts) words.push(term);
  }
  return { words, joined };
}

function termsIn(texts: readonly string[], mark = ''): string {
  return texts
    .flatMap(termsOf)
    .filter(isNoStopWord)
    .map((term) => mark + term)
    .join(' ');
}

function isNoStopWord(term: string): boolean {
  return !STOP_WORDS.has(term);
}
