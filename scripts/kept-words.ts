import { hash } from 'node:crypto';
import { PaperReader } from '../src/digest/related/paper-reader.ts';
import type { PaperTexts, TextRun } from '../src/digest/related/paper-words.ts';
import type { Word } from '../src/digest/related/word-reader.ts';
import { bytesOf, readParts, writeParts } from '../src/site/output/kept-parts.ts';

/** Of a reader that goes on behind kept words: the words of some new papers. */
const ROOM = 1 << 15;

/** Where the words of papers are kept between builds. */
export interface WordsFile {
  path: string;
  version: string;
}

/** The parts of the file: names, the counts of `countsOf`, vocabulary, forms, gaps. */
export type KeptWords = readonly Uint8Array[];

/** A name that says all of the texts. */
export function nameOfTexts({ titleText, abstractText }: PaperTexts): string {
  return hash('sha256', `${titleText.length} ${titleText}${abstractText}`, 'base64url');
}

export function readKeptWords({ path, version }: WordsFile): KeptWords | undefined {
  return readParts(path, version);
}

/** What may be given to another thread instead of a copy: small files lie in memory that others use. */
export function bytesToGive([names]: KeptWords): ArrayBuffer[] {
  const { buffer } = names!;
  return buffer instanceof ArrayBuffer && buffer.byteLength > Buffer.poolSize ? [buffer] : [];
}

/** The names of the kept papers, in their order. */
export function namesOf([names]: KeptWords): string[] {
  return parse(names!);
}

/** A reader that has read the kept papers, and where their words stand, in the order of their names. */
export function openWords([, counts, vocabulary, forms, gaps]: KeptWords): {
  reader: PaperReader;
  runs: TextRun[];
} {
  const columns = {
    length: forms!.length / Int32Array.BYTES_PER_ELEMENT,
    vocabulary: parse<Row[]>(vocabulary!).map(toWord),
  };
  const reader = new PaperReader({
    ...columns,
    forms: fill(new Int32Array(columns.length + ROOM), forms!),
    gaps: fill(new Uint16Array(columns.length + ROOM), gaps!),
  });
  const numbers = fill(new Int32Array(counts!.length / Int32Array.BYTES_PER_ELEMENT), counts!);
  const runs: TextRun[] = [];
  for (let at = 0, first = 0; at < numbers.length; at += 2) {
    const run = { first, abstract: first + numbers[at]!, end: first + numbers[at + 1]! };
    runs.push(run);
    first = run.end;
  }
  return { reader, runs };
}

/** Keeps the words of these papers, by name, and of the vocabulary those that they hold. */
export function saveWords(
  file: WordsFile,
  papers: ReadonlyMap<string, TextRun>,
  reader: PaperReader,
): void {
  const runs = [...papers.values()];
  const length = runs.reduce((sum, { first, end }) => sum + end - first, 0);
  const [forms, gaps] = [new Int32Array(length), new Uint16Array(length)];
  let next = 0;
  for (const { first, end } of runs) {
    forms.set(reader.forms.subarray(first, end), next);
    gaps.set(reader.gaps.subarray(first, end), next);
    next += end - first;
  }
  const held = renumber(forms, reader.vocabulary);
  writeParts(file.path, file.version, [
    Buffer.from(JSON.stringify([...papers.keys()])),
    bytesOf(countsOf(runs)),
    Buffer.from(JSON.stringify(held.map(toRow))),
    bytesOf(forms),
    bytesOf(gaps),
  ]);
}

/** Of each paper, the words of its title and of both texts. */
function countsOf(runs: readonly TextRun[]): Int32Array {
  return Int32Array.from(
    runs.flatMap(({ first, abstract, end }) => [abstract - first, end - first]),
  );
}

/** Numbers the words that occur anew, in their order, and returns them: a vocabulary never forgets. */
function renumber(forms: Int32Array, vocabulary: readonly Word[]): Word[] {
  const numbers = new Int32Array(vocabulary.length).fill(-1);
  const held: Word[] = [];
  for (let at = 0; at < forms.length; at++) {
    const form = forms[at]!;
    if (numbers[form]! < 0) numbers[form] = held.push(vocabulary[form]!) - 1;
    forms[at] = numbers[form]!;
  }
  return held;
}

/** A word in short: the names of what is so of it are most of what JSON would say. */
type Row = [text: string, key: string, percent: number, flags: number];

type Flag = { [Name in keyof Word]: Word[Name] extends boolean ? Name : never }[keyof Word];

/** Where in the flags of a row stands what is so of a word. */
const BITS = {
  isPlain: 1,
  isTelling: 2,
  isNoun: 4,
  isAcronym: 8,
  isNumber: 16,
  isAdverb: 32,
} as const satisfies Record<Flag, number>;
const FLAGS = Object.keys(BITS) as Flag[];

function toRow(word: Word): Row {
  const flags = FLAGS.reduce((sum, flag) => (word[flag] ? sum | BITS[flag] : sum), 0);
  return [word.text, word.key, word.percent, flags];
}

/** Says every name: a word that is put together in a loop takes twice as long. */
function toWord([text, key, percent, flags]: Row): Word {
  return {
    text,
    key,
    percent,
    isPlain: (flags & BITS.isPlain) > 0,
    isTelling: (flags & BITS.isTelling) > 0,
    isNoun: (flags & BITS.isNoun) > 0,
    isAcronym: (flags & BITS.isAcronym) > 0,
    isNumber: (flags & BITS.isNumber) > 0,
    isAdverb: (flags & BITS.isAdverb) > 0,
  };
}

function parse<Value>({ buffer, byteOffset, length }: Uint8Array): Value {
  return JSON.parse(Buffer.from(buffer, byteOffset, length).toString()) as Value;
}

/** Numbers lie in a file at any place, in a column at multiples of their width. */
function fill<Column extends NodeJS.TypedArray>(column: Column, bytes: Uint8Array): Column {
  bytesOf(column).set(bytes);
  return column;
}
