import type { Paper } from '../../src/digest/schema.ts';

/** A record of a paper of which nothing but its text is known. */
export function toBarePaper(id: string, title: string, abstract: string): Paper {
  return {
    id,
    title,
    titleText: title,
    abstract,
    abstractText: abstract,
    source: { dump: 'dumps/2025-03-14.txt', line: 1, title, abstract },
    date: '2025-03-14',
    dates: ['2025-03-14'],
    topics: [],
    links: [],
    methods: [],
    identifiers: {},
    repairs: [],
    related: [],
  };
}
