/** A pasted page: `text` as read (decoded, otherwise byte for byte), `date` from its file name. */
export interface Dump {
  /** As the operator named it, for messages; with `/` between folders. */
  file: string;
  /** ISO day. */
  date: string;
  text: string;
}

/** A non-blank line: `text` without its margins, invisible characters and runs of spaces. */
export interface Line {
  text: string;
  /** 1-based; `column` is that of the first character of `text`, in UTF-16 units. */
  line: number;
  column: number;
  /** Whether a blank line, or the beginning of the dump, stands before it. */
  spaced: boolean;
}

/** A paragraph of a dump: its lines joined by a space, and where it begins (1-based). */
export interface Block {
  text: string;
  line: number;
  column: number;
}

/** A title and its abstract, as pasted, and what the page around them says of the paper. */
export interface Entry {
  dump: Dump;
  title: Block;
  abstract: Block;
  facts?: PageFacts;
}

/** What a page prints beside a title and an abstract. */
export interface PageFacts {
  arxiv?: string;
  /** ISO day. */
  published?: string;
  authors?: string[];
}

/** What became of a non-blank line. Every one of them has exactly one of these. */
export type LineRole = 'title' | 'abstract' | 'furniture' | 'reported';

export interface LedgerLine {
  file: string;
  line: number;
  role: LineRole;
}
