import {
  FIELD_GAP,
  IN_ABSTRACT,
  IN_LONG_FORM,
  IN_METHODS,
  IN_TITLE,
  IN_TOPICS,
  NO_PLACE,
} from './index-format.ts';
import type { Acronym } from './learn-acronyms.ts';
import type { PaperExtract } from './extract-paper.ts';
import type { TermTable } from './term-table.ts';

/** A term of a paper. */
export interface TermRow {
  term: number;
  /** The fields that hold it, as bits. */
  fields: number;
  /** Its place in the title, or `NO_PLACE`. */
  titlePlace: number;
  /** Where it stands in title and abstract, ascending. */
  places: readonly number[];
  /** Stands somewhere as a word, not only as words joined. */
  isWord: boolean;
}

/** What a paper gives to the index. */
export interface PaperRows {
  /** By the numbers of the terms. */
  rows: readonly TermRow[];
  titleLength: number;
  abstractLength: number;
  /** The acronyms whose long form it holds. */
  spelledOut: Acronym[];
}

/**
 * Where a term stands is one number: twice its place in title and abstract, odd for words joined;
 * or, above all places, the field that it is of. A term and where it stands are one number too: in
 * order, these are the rows of a paper.
 */
const SITES = 2 ** 26;
const [OF_METHODS, OF_TOPICS, OF_NAMES, OF_ASIDES, OF_LONG_FORM] = [1, 2, 3, 4, 5].map(
  (from) => SITES - 6 + from,
) as [number, number, number, number, number];

export function paperRows(paper: PaperExtract, table: TermTable): PaperRows {
  const title = table.numbersOf(paper.title);
  const abstract = table.numbersOf(paper.abstract);
  const offset = title.length + FIELD_GAP;
  const found: number[] = [];
  const add = (term: number, site: number) => found.push(term * SITES + site);
  const addWords = (words: readonly number[], first: number) => {
    for (const [at, word] of words.entries()) if (!table.isStop(word)) add(word, 2 * (first + at));
  };
  addWords(title, 0);
  addWords(abstract, offset);
  for (const [place, term] of joinedIn(paper.joined)) add(table.numberOf(term), 2 * place + 1);
  for (const [terms, site] of [
    [paper.methods, OF_METHODS],
    [paper.topics, OF_TOPICS],
    [paper.names, OF_NAMES],
    [paper.asides, OF_ASIDES],
  ] as const)
    for (const term of table.numbersOf(terms)) add(term, site);
  const spelledOut = [...table.longFormsIn(title), ...table.longFormsIn(abstract)];
  for (const { acronym } of spelledOut) add(table.numberOf(acronym), OF_LONG_FORM);
  return {
    rows: toRows(new Float64Array(found).sort(), offset),
    titleLength: title.length,
    abstractLength: abstract.length,
    spelledOut,
  };
}

function* joinedIn(joined: string): Generator<[place: number, term: string]> {
  if (joined === '') return;
  const parts = joined.split(' ');
  for (let at = 0; at < parts.length; at += 2) yield [Number(parts[at]), parts[at + 1]!];
}

/** `offset` is the first place of the abstract. */
function toRows(found: Float64Array, offset: number): TermRow[] {
  const rows: TermRow[] = [];
  for (let at = 0; at < found.length;) {
    const term = Math.floor(found[at]! / SITES);
    const sites: number[] = [];
    for (; at < found.length && found[at]! < (term + 1) * SITES; at++)
      sites.push(found[at]! - term * SITES);
    rows.push(toRow(term, sites, offset));
  }
  return rows;
}

function toRow(term: number, sites: readonly number[], offset: number): TermRow {
  const places: number[] = [];
  let fields = 0;
  let isJoined = false;
  for (const site of sites) {
    if (site < OF_METHODS) {
      const place = site >> 1;
      if (site & 1) isJoined = true;
      places.push(place);
      if (place < offset) fields |= IN_TITLE;
      else if ((fields & IN_ABSTRACT) < IN_ABSTRACT) fields += 1;
    } else if (site === OF_METHODS) fields |= IN_METHODS;
    else if (site === OF_TOPICS) fields |= IN_TOPICS;
    else if (site === OF_NAMES) fields |= IN_TITLE;
    else if (fields === 0) fields = site === OF_ASIDES ? IN_TOPICS : IN_LONG_FORM;
  }
  const titlePlace = Math.min(NO_PLACE, places[0] ?? NO_PLACE);
  return { term, fields, titlePlace, places, isWord: !isJoined };
}
