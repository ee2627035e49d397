import { repairText } from '../latex/repair-text.ts';
import type { Edit, Phrasing, RepairedText } from '../phrasing.ts';
import { toMarkdown } from '../render/to-markdown.ts';
import { toPlainText } from '../render/to-plain-text.ts';
import type { Entry } from '../dump/dump.ts';
import type { Field, Paper, Repair } from '../schema.ts';
import { extractLinks } from './extract-links.ts';
import { findMethods } from './find-methods.ts';
import { paperId } from './paper-id.ts';

/** A paper on its way through the core: the record, and the phrasing of which it holds readings. */
export interface Draft {
  record: Paper;
  title: RepairedText;
  abstract: RepairedText;
}

/** The record of one entry, with everything that the dump alone can tell. */
export function toPaper(entry: Entry): Draft {
  const title = repairText(entry.title.text);
  const abstract = repairText(entry.abstract.text);
  const titleText = toPlainText(title.phrasing);
  const abstractText = toPlainText(abstract.phrasing);
  const { arxiv, ...facts } = entry.facts ?? {};
  const record: Paper = {
    id: paperId(entry.title.text),
    title: toMarkdown(title.phrasing),
    titleText,
    abstract: toMarkdown(abstract.phrasing),
    abstractText,
    source: {
      dump: entry.dump.file,
      line: entry.title.line,
      title: entry.title.text,
      abstract: entry.abstract.text,
    },
    date: entry.dump.date,
    dates: [entry.dump.date],
    topics: [],
    links: extractLinks(entry.abstract.text),
    methods: findMethods(titleText, abstractText),
    ...facts,
    identifiers: arxiv ? { arxiv } : {},
    repairs: [...toRepairs('title', title), ...toRepairs('abstract', abstract)],
    related: [],
  };
  return { record, title, abstract };
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
