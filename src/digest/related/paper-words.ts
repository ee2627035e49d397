import type { Paper } from '../schema.ts';
import { isPhraseGap, readWords } from '../topics/tokens.ts';
import { withRoom } from './columns.ts';
import type { Word, WordReader } from './word-reader.ts';

/** What is read of a paper. */
export type ReadPaper = Pick<Paper, 'titleText' | 'abstractText' | 'topics'>;

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
}

/** Where a paper's words stand. */
export interface PaperRun {
  first: number;
  /** Where its abstract begins. */
  abstract: number;
  end: number;
  /** As they were read: addresses are blank. */
  texts: { title: string; abstract: string };
  /** The numbers of its topics, which no words have. */
  topics: readonly number[];
}

/** Of `joined`: "low-bit". */
export const BY_HYPHEN = 2;
const HYPHEN = 0x2d;
/** Longer texts are no abstracts. */
const READS_AT_MOST = 8000;
/** With the space behind it; on average there are more. */
const LETTERS_OF_A_WORD = 6;
/** `https://github.com/a/b`, `www.a.org` */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g;
/** `github.com/a`, `ada@example.org`: found by its end, which few texts have */
const BARE_ADDRESS = /[\w.@-]{1,60}\.(?:com|org|io|net|ai|edu|dev)\b(?:\/\S*)?/g;
const BARE_END = /\w\.(?:com|org|io|net|ai|edu|dev)\b/;

/** Reads papers in order; `reader` numbers their words and topics. */
export function readPaperWords(papers: readonly ReadPaper[], reader: WordReader): PaperWords {
  const columns = new WordColumns(reader, wordsIn(papers));
  const runs = papers.map(({ titleText, abstractText, topics }): PaperRun => {
    const first = columns.length;
    const title = columns.read(titleText.slice(0, READS_AT_MOST).replaceAll('\n', ' '));
    const abstractFirst = columns.length;
    const abstract = columns.read(abstractText.slice(0, READS_AT_MOST));
    return {
      first,
      abstract: abstractFirst,
      end: columns.length,
      texts: { title, abstract },
      topics: topics.map(({ id }) => numberOfTopic(id, reader)),
    };
  });
  const { ids, forms, joined, starts } = columns;
  return { ids, forms, joined, starts, vocabulary: reader.vocabulary, papers: runs };
}

export function numberOfTopic(id: string, reader: WordReader): number {
  return reader.numberOf(`topic:${id}`);
}

/** Columns that grow are copied; room that is never used takes no memory. */
function wordsIn(papers: readonly ReadPaper[]): number {
  const letters = papers.reduce(
    (sum, paper) => sum + paper.titleText.length + paper.abstractText.length,
    0,
  );
  return Math.ceil(letters / LETTERS_OF_A_WORD);
}

class WordColumns {
  length = 0;
  ids: Int32Array<ArrayBuffer>;
  forms: Int32Array<ArrayBuffer>;
  joined: Uint8Array<ArrayBuffer>;
  starts: Uint16Array<ArrayBuffer>;
  private readonly reader: WordReader;
  private text = '';
  /** Where the word before ends; -1 at the beginning of a text. */
  private before = -1;

  constructor(reader: WordReader, room: number) {
    this.reader = reader;
    this.ids = new Int32Array(room);
    this.forms = new Int32Array(room);
    this.joined = new Uint8Array(room);
    this.starts = new Uint16Array(room);
  }

  /** Reads a text and returns it as it was read. A text and what follows it are no phrase. */
  read(source: string): string {
    this.text = withoutAddresses(source);
    this.before = -1;
    this.makeRoom();
    readWords(this.text, this.hear);
    return this.text;
  }

  private readonly hear = (start: number, end: number, hash: number): void => {
    const { text, before, reader } = this;
    const at = this.length++;
    const form = reader.read(text, start, end, hash);
    this.forms[at] = form;
    this.ids[at] = reader.vocabulary[form]!.id;
    this.starts[at] = start;
    if (before >= 0 && isPhraseGap(text, before, start))
      this.joined[at] = text.charCodeAt(start - 1) === HYPHEN ? BY_HYPHEN : 1;
    this.before = end;
  };

  /** For as many words as the text could hold, and the 0 behind them. */
  private makeRoom(): void {
    const needed = this.length + Math.ceil(this.text.length / 2) + 1;
    this.ids = withRoom(this.ids, needed);
    this.forms = withRoom(this.forms, needed);
    this.joined = withRoom(this.joined, needed);
    this.starts = withRoom(this.starts, needed);
  }
}

/** The text with blanks where addresses stand: their parts are no words. */
function withoutAddresses(text: string): string {
  const bare = text.includes('://') || text.includes('www.') ? text.replace(ADDRESS, blank) : text;
  return BARE_END.test(bare) ? bare.replace(BARE_ADDRESS, blank) : bare;
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
