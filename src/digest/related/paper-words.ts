import type { Paper } from '../schema.ts';
import type { PaperReader } from './paper-reader.ts';
import type { Word } from './word-reader.ts';

/** What is read of a paper. */
export type PaperTexts = Pick<Paper, 'titleText' | 'abstractText'>;
export type ReadPaper = PaperTexts & { topics: readonly { id: string }[] };

/**
 * The words of all papers, title and abstract, one after the other: a column for each thing that is
 * known of them. A large digest holds millions of words.
 */
export interface PaperWords {
  /** Their numbers, the same for all inflections. */
  ids: Int32Array;
  /** Where in `vocabulary` each stands as it is written. */
  forms: Int32Array;
  vocabulary: readonly Word[];
  /** 1, or BY_HYPHEN, where a word continues the phrase of the word before it; 0 behind the last. */
  joined: Uint8Array;
  /** Where each begins in its title or abstract. */
  starts: Uint16Array;
  papers: readonly PaperRun[];
  /** The number of a topic, which no word has; undefined for one that no paper has. */
  numberOfTopic(id: string): number | undefined;
}

/** Where the words of a title and its abstract stand. */
export interface TextRun {
  first: number;
  /** Where the abstract begins. */
  abstract: number;
  end: number;
  /** As they were read: addresses are blank. */
  texts: { title: string; abstract: string };
}

export interface PaperRun extends TextRun {
  /** The numbers of its topics. */
  topics: readonly number[];
}

/** Of `joined`: "low-bit". */
export const BY_HYPHEN = 2;

/**
 * The words of papers, those with texts that `reader` knows already among them. Words and topics are
 * numbered in the order in which the papers have them first, whenever they were read.
 */
export function wordsOfPapers(papers: readonly ReadPaper[], reader: PaperReader): PaperWords {
  const runs = papers.map((paper) => reader.read(paper));
  const { forms, joined, starts, vocabulary } = reader;
  const ids = new Int32Array(forms.length);
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const ofForms = new Int32Array(vocabulary.length).fill(-1);
  const numbered = runs.map((run, at): PaperRun => {
    for (let place = run.first; place < run.end; place++) {
      const form = forms[place]!;
      if (ofForms[form]! < 0) ofForms[form] = numberOf(vocabulary[form]!.key);
      ids[place] = ofForms[form]!;
    }
    return { ...run, topics: papers[at]!.topics.map(({ id }) => numberOf(topicKey(id))) };
  });
  const numberOfTopic = (id: string) => numbers.get(topicKey(id));
  return { ids, forms, vocabulary, joined, starts, papers: numbered, numberOfTopic };
}

const topicKey = (id: string) => `topic:${id}`;
