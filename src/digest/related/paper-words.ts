import type { Paper } from '../schema.ts';
import type { PaperReader } from './paper-reader.ts';
import type { Word } from './word-reader.ts';

/** What is read of a paper. */
export type PaperTexts = Pick<Paper, 'titleText' | 'abstractText'>;

/** Where the words of a title and its abstract stand. */
export interface TextRun {
  first: number;
  /** Where the abstract begins. */
  abstract: number;
  end: number;
}

/** A paper whose texts were read. */
export interface ReadPaper {
  run: TextRun;
  topics: readonly PaperTopic[];
}

/** What is read of a topic of a paper. */
type PaperTopic = Pick<Paper['topics'][number], 'id' | 'score'>;

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
  /** The `phraseGap` between each and the word before it; 0 behind the last. */
  gaps: Uint16Array;
  papers: readonly PaperRun[];
  /** The number of a topic, which no word has; undefined for one that no paper has. */
  numberOfTopic(id: string): number | undefined;
}

export interface PaperRun extends TextRun {
  /** Its topics, by number, with their scores. */
  topics: readonly { number: number; score: number }[];
}

/**
 * The words of papers that `reader` has read. Words and topics are numbered in the order in which the
 * papers have them first, whenever they were read.
 */
export function wordsOfPapers(papers: readonly ReadPaper[], reader: PaperReader): PaperWords {
  const { forms, gaps, vocabulary } = reader;
  const ids = new Int32Array(forms.length);
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const ofForms = new Int32Array(vocabulary.length).fill(-1);
  const numbered = papers.map(({ run, topics }): PaperRun => {
    for (let place = run.first; place < run.end; place++) {
      const form = forms[place]!;
      if (ofForms[form]! < 0) ofForms[form] = numberOf(vocabulary[form]!.key);
      ids[place] = ofForms[form]!;
    }
    return {
      ...run,
      topics: topics.map(({ id, score }) => ({ number: numberOf(topicKey(id)), score })),
    };
  });
  const numberOfTopic = (id: string) => numbers.get(topicKey(id));
  return { ids, forms, vocabulary, gaps, papers: numbered, numberOfTopic };
}

const topicKey = (id: string) => `topic:${id}`;
