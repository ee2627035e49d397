import { isPhraseGap, readWords } from '../topics/tokens.ts';
import { withRoom } from './columns.ts';
import { BY_HYPHEN, type PaperTexts, type TextRun } from './paper-words.ts';
import { WordReader, type Word } from './word-reader.ts';

const HYPHEN = 0x2d;
/** Longer texts are no abstracts. */
const READS_AT_MOST = 8000;
/** `https://github.com/a/b`, `www.a.org` */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g;
/** `github.com/a`, `ada@example.org`: found by its end, which few texts have */
const BARE_ADDRESS = /[\w.@-]{1,60}\.(?:com|org|io|net|ai|edu|dev)\b(?:\/\S*)?/g;
const BARE_END = /\w\.(?:com|org|io|net|ai|edu|dev)\b/;

/** Reads the texts of papers into columns, in any order and each once; see `PaperWords`. */
export class PaperReader {
  forms = new Int32Array(0);
  joined = new Uint8Array(0);
  starts = new Uint16Array(0);
  private length = 0;
  private readonly words = new WordReader();
  /** What was read, by title and by abstract. */
  private readonly known = new Map<string, Map<string, TextRun>>();
  private text = '';
  /** Where the word before ends; -1 at the beginning of a text. */
  private before = -1;

  get vocabulary(): readonly Word[] {
    return this.words.vocabulary;
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
    const title = this.readText(titleText);
    const abstractFirst = this.length;
    const abstract = this.readText(abstractText);
    return { first, abstract: abstractFirst, end: this.length, texts: { title, abstract } };
  }

  /** Reads a text and returns it as it was read. A text and what follows it are no phrase. */
  private readText(source: string): string {
    this.text = withoutAddresses(source.slice(0, READS_AT_MOST).replaceAll('\n', ' '));
    this.before = -1;
    this.makeRoom();
    readWords(this.text, this.hear);
    return this.text;
  }

  private readonly hear = (start: number, end: number, hash: number): void => {
    const { text, before } = this;
    const at = this.length++;
    this.forms[at] = this.words.read(text, start, end, hash);
    this.starts[at] = start;
    if (before >= 0 && isPhraseGap(text, before, start))
      this.joined[at] = text.charCodeAt(start - 1) === HYPHEN ? BY_HYPHEN : 1;
    this.before = end;
  };

  /** For as many words as the text could hold, and the 0 behind them. */
  private makeRoom(): void {
    const needed = this.length + Math.ceil(this.text.length / 2) + 1;
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
