import type { SearchDocument } from '../document/search-document.ts';
import { normNames } from '../text/norms.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { termsOf, tokenize } from '../text/tokenize.ts';
import { fingerprint } from './fingerprint.ts';
import { AUTHOR_MARK, FIELD_GAP, type PaperCard } from './index-format.ts';
import { introducedAcronyms } from './learn-acronyms.ts';
import { packTerms, type PaperTerms } from './paper-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What an index takes from one paper, whatever the others are: small, so that a build may keep it. */
export interface PaperExtract {
  date: string;
  year: string;
  hasCode: boolean;
  hasMath: boolean;
  topicIds: readonly string[];
  authors: readonly string[];
  identifiers: readonly string[];
  /** What it introduces: `gnn graph neural network`. */
  acronyms: readonly string[];
  /** Tells its card from all others. */
  card: string;
  terms: PaperTerms;
}

/** Terms that are new are taken into the vocabulary. */
export function extractPaper(document: SearchDocument, vocabulary: Vocabulary): PaperExtract {
  const { titleText, abstractText, date, year, hasCode, hasMath, topicIds, authors, identifiers } =
    document;
  return {
    date,
    year,
    hasCode,
    hasMath,
    topicIds,
    authors,
    identifiers,
    acronyms: introducedAcronyms(`${titleText}\n${abstractText}`),
    card: fingerprint([JSON.stringify(toCard(document))]),
    terms: termsOfPaper(document, vocabulary),
  };
}

function termsOfPaper(document: SearchDocument, vocabulary: Vocabulary): PaperTerms {
  const title = readWords(document.titleText, 0);
  const abstract = readWords(document.abstractText, title.words.length + FIELD_GAP);
  const addresses = document.linkNames.flatMap(termsOf).filter(isNoStopWord);
  const names = document.authors.flatMap((name, author) =>
    termsOf(name).map((term) => ({ term: AUTHOR_MARK + term, author })),
  );
  const parts = {
    title: title.words,
    abstract: abstract.words,
    joined: [...title.joined, ...abstract.joined],
    methods: termsIn(document.methods),
    topics: termsIn(document.topicLabels),
    asides: [...addresses, ...normNames(document.abstractText)],
    names: names.map(({ term }) => term),
  };
  const places = [...title.places, ...abstract.places];
  return packTerms(parts, { places, authors: names.map(({ author }) => author) }, vocabulary);
}

/** A paper as a hit shows it. */
export function toCard({ id, title, sentences, authors }: SearchDocument): PaperCard {
  return { id, title, sentences, ...(authors.length > 0 && { authors }) };
}

interface Words {
  words: string[];
  /** Words joined, and the place of the first of them. */
  joined: string[];
  places: number[];
}

/** The words of a text; `first` is the place of the first. */
function readWords(text: string, first: number): Words {
  const [words, joined, places]: [string[], string[], number[]] = [[], [], []];
  for (const chunk of tokenize(text)) {
    for (const term of chunk.joined) {
      joined.push(term);
      places.push(first + words.length);
    }
    for (const { term } of chunk.parts) words.push(term);
  }
  return { words, joined, places };
}

function termsIn(texts: readonly string[]): string[] {
  return texts.flatMap(termsOf).filter(isNoStopWord);
}

function isNoStopWord(term: string): boolean {
  return !STOP_WORDS.has(term);
}
