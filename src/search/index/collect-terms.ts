import type { SearchDocument } from '../document/search-document.ts';
import { singular } from '../text/inflect.ts';
import { normNames } from '../text/norms.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { termsOf, tokenize } from '../text/tokenize.ts';
import {
  AUTHOR_MARK,
  FIELD_GAP,
  IN_ABSTRACT,
  IN_LONG_FORM,
  IN_METHODS,
  IN_TITLE,
  IN_TOPICS,
} from './index-format.ts';
import type { Acronym } from './learn-acronyms.ts';

/** What one paper gives to the index. */
export interface PaperTerms {
  /** The fields of each term, as bits. */
  fields: Map<string, number>;
  /** Where each term of title and abstract stands, ascending. */
  places: Map<string, number[]>;
  titleLength: number;
  abstractLength: number;
  /** The terms that are words joined. */
  joined: Set<string>;
  /** The acronyms whose long form it holds. */
  spelledOut: Acronym[];
}

/** Long forms by their first word. */
export type LongForms = ReadonlyMap<string, readonly Acronym[]>;

export function groupLongForms(acronyms: readonly Acronym[]): LongForms {
  return Map.groupBy(acronyms, ({ words }) => words[0]!);
}

/** The terms of a paper with the fields that hold them and their places in title and abstract. */
export function collectTerms(document: SearchDocument, longForms: LongForms): PaperTerms {
  const fields = new Map<string, number>();
  const places = new Map<string, number[]>();
  const joined = new Set<string>();
  const found = { fields, places, joined };
  const title = addText(document.titleText, 0, IN_TITLE, found);
  const abstract = addText(document.abstractText, title.length + FIELD_GAP, 0, found);
  for (const [term, bit] of otherTerms(document)) fields.set(term, (fields.get(term) ?? 0) | bit);
  // An address that the abstract shows has been counted with its text.
  for (const term of document.linkNames.flatMap(termsOf))
    if (!fields.has(term) && !STOP_WORDS.has(term)) fields.set(term, IN_TOPICS);
  for (const term of normNames(document.abstractText))
    if (!fields.has(term)) fields.set(term, IN_TOPICS);
  const spelledOut = [title, abstract].flatMap((words) => findLongForms(words, longForms));
  for (const { acronym } of spelledOut) if (!fields.has(acronym)) fields.set(acronym, IN_LONG_FORM);
  return {
    fields,
    places,
    joined,
    titleLength: title.length,
    abstractLength: abstract.length,
    spelledOut,
  };
}

/** Adds the terms of a text; without a bit of its own it counts them as the abstract's. */
function addText(
  text: string,
  offset: number,
  bit: number,
  { fields, places, joined: joinedTerms }: Pick<PaperTerms, 'fields' | 'places' | 'joined'>,
): string[] {
  const words: string[] = [];
  const add = (term: string, place: number) => {
    const before = fields.get(term) ?? 0;
    const count = Math.min(IN_ABSTRACT, (before & IN_ABSTRACT) + 1);
    fields.set(term, bit ? before | bit : (before & ~IN_ABSTRACT) | count);
    const known = places.get(term);
    if (known) known.push(place);
    else places.set(term, [place]);
  };
  for (const { parts, joined } of tokenize(text)) {
    for (const term of joined) {
      joinedTerms.add(term);
      add(term, offset + words.length);
    }
    for (const { term } of parts) {
      if (!STOP_WORDS.has(term)) add(term, offset + words.length);
      words.push(term);
    }
  }
  return words;
}

function* otherTerms(document: SearchDocument): Generator<[string, number]> {
  for (const [texts, bit, mark] of [
    [document.methods, IN_METHODS, ''],
    [document.topicLabels, IN_TOPICS, ''],
    [document.authors, IN_TITLE, AUTHOR_MARK],
  ] as const)
    for (const text of texts)
      for (const { parts, joined } of tokenize(text))
        for (const term of [...parts.map((part) => part.term), ...joined])
          if (!STOP_WORDS.has(term)) yield [mark + term, bit];
}

/** The acronyms whose long form stands among the words. */
function findLongForms(words: readonly string[], longForms: LongForms): Acronym[] {
  const singulars = words.map(singular);
  return singulars.flatMap((first, at) =>
    (longForms.get(first) ?? []).filter(({ words: long }) =>
      long.every((word, index) => singulars[at + index] === word),
    ),
  );
}
