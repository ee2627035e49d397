import type { Paper } from '../schema.ts';
import { isPhraseGap, readWords } from '../topics/tokens.ts';
import type { Word, WordReader } from './word-reader.ts';

/**
 * The words of a paper's title and abstract, in order; a column for each thing that is known of them.
 * A large digest holds millions of words.
 */
export interface PaperWords {
  /** Title and abstract, a line each; addresses are blank. */
  text: string;
  words: readonly Word[];
  /** Their numbers. */
  ids: Int32Array;
  /** Where each begins in the text. */
  starts: Uint16Array;
  /** 1 where it continues the phrase of the word before it. */
  joined: Uint8Array;
  /** So many words are the title's. */
  ofTitle: number;
  /** The numbers of its topics, which no words have. */
  topics: readonly number[];
}

/** Longer texts are no abstracts. */
const READS_AT_MOST = 8000;
/** `https://github.com/a/b`, `www.a.org` */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g;
/** `github.com/a`, `ada@example.org`: found by its end, which few texts have */
const BARE_ADDRESS = /[\w.@-]{1,60}\.(?:com|org|io|net|ai|edu|dev)\b(?:\/\S*)?/g;
const BARE_END = /\w\.(?:com|org|io|net|ai|edu|dev)\b/;

/** Reads a paper; `reader` numbers the words of all. */
export function readPaperWords(
  { titleText, abstractText, topics }: Pick<Paper, 'titleText' | 'abstractText' | 'topics'>,
  reader: WordReader,
): PaperWords {
  const title = titleText.slice(0, READS_AT_MOST).replaceAll('\n', ' ');
  const text = withoutAddresses(`${title}\n${abstractText.slice(0, READS_AT_MOST)}`);
  const words: Word[] = [];
  const starts: number[] = [];
  const joined: number[] = [];
  let ofTitle = 0;
  let before = 0;
  readWords(text, (start, end, hash) => {
    const at = words.length;
    // A title and what follows it are no phrase.
    const continues = at > 0 && (at !== ofTitle || start < title.length);
    words.push(reader.read(text, start, end, hash));
    starts.push(start);
    joined.push(continues && isPhraseGap(text, before, start) ? 1 : 0);
    if (start < title.length) ofTitle = at + 1;
    before = end;
  });
  const ofTopics = topics.map(({ id }) => numberOfTopic(id, reader));
  return {
    text,
    words: words.slice(),
    ids: Int32Array.from(words, ({ id }) => id),
    starts: new Uint16Array(starts),
    joined: new Uint8Array(joined),
    ofTitle,
    topics: ofTopics,
  };
}

export function numberOfTopic(id: string, reader: WordReader): number {
  return reader.numberOf(`topic:${id}`);
}

/** The text with blanks where addresses stand: their parts are no words. */
function withoutAddresses(text: string): string {
  const bare = text.includes('://') || text.includes('www.') ? text.replace(ADDRESS, blank) : text;
  return BARE_END.test(bare) ? bare.replace(BARE_ADDRESS, blank) : bare;
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
