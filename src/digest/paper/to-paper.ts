import type { Entry } from '../dump/dump.ts';
import { keepNothing, type Keep } from '../keep.ts';
import type { Edit, Phrasing, RepairedText } from '../phrasing.ts';
import { toMarkdown } from '../render/to-markdown.ts';
import type { Field, Paper, Repair } from '../schema.ts';
import { extractLinks } from './extract-links.ts';
import { findMethods } from './find-methods.ts';
import { paperId } from './paper-id.ts';
import {
  packReading,
  readText,
  unpackReading,
  type PackedReading,
  type Reading,
} from './read-text.ts';

/** A paper on its way through the core: the record, and the phrasing of which it holds readings. */
export interface Draft {
  record: Paper;
  title: RepairedText;
  abstract: RepairedText;
}

/** What the texts of an entry tell, wherever and whenever it was pasted. */
interface ReadEntry {
  id: string;
  title: PackedReading;
  abstract: PackedReading;
  methods: Paper['methods'];
  repairs: Repair[];
  links: Paper['links'];
}

/** The record of one entry, with everything that the dump alone can tell. */
export function toPaper(entry: Entry, keep: Keep = keepNothing): Draft {
  const [title, abstract] = [entry.title.text, entry.abstract.text];
  const read = keep('paper', entryKey(entry), () => readEntry(title, abstract));
  const titleRead = unpackReading(title, read.title);
  const abstractRead = unpackReading(abstract, read.abstract);
  const { arxiv, ...facts } = entry.facts ?? {};
  return {
    title: titleRead.repaired,
    abstract: abstractRead.repaired,
    record: {
      id: read.id,
      ...readingsOf(titleRead, abstractRead),
      methods: read.methods,
      repairs: read.repairs,
      source: { dump: entry.dump.file, line: entry.title.line, title, abstract },
      date: entry.dump.date,
      dates: [entry.dump.date],
      topics: [],
      links: read.links,
      ...facts,
      identifiers: arxiv ? { arxiv } : {},
      related: [],
    },
  };
}

/** The key under which the reading of an entry is kept. A text of a dump has no line break. */
export const entryKey = ({ title, abstract }: Entry) => `${title.text}\n${abstract.text}`;

function readEntry(title: string, abstract: string): ReadEntry {
  const [titleRead, abstractRead] = [readText(title), readText(abstract)];
  const { methods, repairs } = textsOf(titleRead, abstractRead);
  return {
    id: paperId(title),
    title: packReading(titleRead),
    abstract: packReading(abstractRead),
    methods,
    repairs,
    links: extractLinks(abstract),
  };
}

/** A draft with another title or abstract, and what its record tells of them. */
export function withTexts(draft: Draft, changed: { title?: Reading; abstract?: Reading }): Draft {
  const { record } = draft;
  const title = changed.title ?? {
    repaired: draft.title,
    markdown: record.title,
    text: record.titleText,
  };
  const abstract = changed.abstract ?? {
    repaired: draft.abstract,
    markdown: record.abstract,
    text: record.abstractText,
  };
  return {
    title: title.repaired,
    abstract: abstract.repaired,
    record: { ...record, ...textsOf(title, abstract) },
  };
}

/** All of a record that follows from its title and abstract. */
function textsOf(title: Reading, abstract: Reading) {
  return {
    ...readingsOf(title, abstract),
    methods: findMethods(title.text, abstract.text),
    repairs: [...toRepairs('title', title.repaired), ...toRepairs('abstract', abstract.repaired)],
  } satisfies Partial<Paper>;
}

function readingsOf(title: Reading, abstract: Reading) {
  return {
    title: title.markdown,
    titleText: title.text,
    abstract: abstract.markdown,
    abstractText: abstract.text,
  };
}

function toRepairs(field: Field, text: RepairedText): Repair[] {
  return text.edits.map((edit: Edit) => ({
    field,
    from: text.source.slice(edit.start, edit.end),
    to: toMarkdown(edit.nodes satisfies Phrasing[]),
    start: edit.start,
    end: edit.end,
    rule: edit.rule,
  }));
}
