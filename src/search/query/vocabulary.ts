import { decodeWords, NumberReader } from '../index/codec.ts';
import { NAME_BIT, type WordsFile } from '../index/index-format.ts';

/** A word that a misspelt one may be corrected to. */
export interface VocabularyWord {
  term: string;
  /** Twice the logarithm of the number of its papers. */
  weight: number;
  isName: boolean;
}

/** What is known of the words of an index. */
export interface Vocabulary {
  words: readonly VocabularyWord[];
  known: ReadonlySet<string>;
  /** Words that look like these, misspelt, and are English. */
  english: ReadonlySet<string>;
}

export function readVocabulary({ words, weights, english }: WordsFile): Vocabulary {
  const reader = new NumberReader(weights);
  const terms = decodeWords(words);
  return {
    words: terms.map((term) => {
      const digit = reader.digit();
      return { term, weight: digit & (NAME_BIT - 1), isName: (digit & NAME_BIT) !== 0 };
    }),
    known: new Set(terms),
    english: new Set(decodeWords(english)),
  };
}
