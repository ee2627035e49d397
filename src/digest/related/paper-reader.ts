import { phraseGap } from '../topics/phrase-gap.ts';
import { readWords } from '../topics/tokens.ts';
import { withRoom } from './columns.ts';
import type { PaperTexts, TextRun } from './paper-words.ts';
import { WordReader, type Word } from './word-reader.ts';

/** Longer texts are no abstracts. */
const READS_AT_MOST = 8000;
/** `https://github.com/a/b`, `www.a.org` */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g;
/** `github.com/a`, `ada@example.org`: found by its end, which few texts have */
const BARE_ADDRESS = /[\w.@-]{1,60}\.(?:com|org|io|net|ai|edu|dev)\b(?:\/\S*)?/g;
const BARE_END = /\w\.(?:com|org|io|net|ai|edu|dev)\b/;

/** The words of texts that were read, in columns; see `PaperWords`. */
export interface WordColumns {
  forms: Int32Array;
  gaps: Uint16Array;
  /** So many words stand in them; zeros behind. */
  length: number;
  vocabulary: Word[];
}

const noWords = (): WordColumns => {
  return { forms: new Int32Array(0), gaps: new Uint16Array(0), length: 0, vocabulary: [] };
};

/** Reads the texts of papers into columns, in any order and each once; may go on behind others. */
export class PaperReader implements WordColumns {
  forms: Int32Array;
  gaps: Uint16Array;
  length: number;
  readonly vocabulary: Word[];
  private readonly words: WordReader;
  /** What was read, by title and by abstract. */
  private readonly known = new Map<string, Map<string, TextRun>>();
  private text = '';
  /** Where the word before ends; -1 at the beginning of a text. */
  private before = -1;

  constructor({ forms, gaps, length, vocabulary } = noWords()) {
    [this.forms, this.gaps, this.length] = [forms, gaps, length];
    this.vocabulary = vocabulary;
    this.words = new WordReader(vocabulary);
  }

  read({ titleText, abstractText }: PaperTexts): TextRun {
    const ofTitle = this.known.get(titleText) ?? new Map<string, TextRun>();
    this.known.set(titleText, ofTitle);
    const run = ofTitle.get(abstractText) ?? this.readTexts(titleText, abstractText);
    ofTitle.set(abstractText, run);
    return run;
  }

  private readTexts(titleText: string, abstractText: string): TextRun {
    const first = this.length;
    this.readText(titleText);
    const abstract = this.length;
    this.readText(abstractText);
    return { first, abstract, end: this.length };
  }

  /** A text and what follows it are no phrase. */
  private readText(source: string): void {
    this.text = withoutAddresses(source.slice(0, READS_AT_MOST).replaceAll('\n', ' '));
    this.before = -1;
    this.makeRoom();
    readWords(this.text, this.hear);
  }

  private readonly hear = (start: number, end: number, hash: number): void => {
    const { text, before } = this;
    const at = this.length++;
    this.forms[at] = this.words.read(text, start, end, hash);
    if (before >= 0) this.gaps[at] = phraseGap(text, before, start);
    this.before = end;
  };

  /** For as many words as the text could hold, and the 0 behind them. */
  private makeRoom(): void {
    const needed = this.length + Math.ceil(this.text.length / 2) + 1;
    this.forms = withRoom(this.forms, needed);
    this.gaps = withRoom(this.gaps, needed);
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
