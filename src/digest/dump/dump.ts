/** A pasted page: `text` as read (decoded, otherwise byte for byte), `date` from its file name. */
export interface Dump {
  /** As the operator named it, for messages; with `/` between folders. */
  file: string;
  /** ISO day. */
  date: string;
  text: string;
}

/** A paragraph of a dump: its lines joined by a space, and where it begins (1-based). */
export interface Block {
  text: string;
  line: number;
  column: number;
}

/** A title and its abstract, as pasted. */
export interface Entry {
  dump: Dump;
  title: Block;
  abstract: Block;
}

/** What became of a non-blank line. Every one of them has exactly one of these. */
export type LineRole = 'title' | 'abstract' | 'furniture' | 'reported';

export interface LedgerLine {
  file: string;
  line: number;
  role: LineRole;
}
