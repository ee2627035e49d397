import { keepNothing, type Keep } from '../keep.ts';
import { confusedWith } from './confused-with.ts';
import { frequentTerms, type FrequentTerm } from './frequent-terms.ts';
import type { TaggedPaper } from './tag-paper.ts';
import { parentOf, type Taxonomy } from './taxonomy.ts';

/** What a page about a topic needs to know. */
export interface TopicSummary {
  id: string;
  label: string;
  description: string;
  /** Old ids whose URLs redirect here. */
  aliases: string[];
  parent?: string;
  /** Ids of its senses or sub-topics, most papers first. */
  children: string[];
  /** Ids of its papers, those of its children included: newest first, then by score. */
  papers: string[];
  /** Papers by month, oldest first; months between the first and the last stand with 0. */
  months: { month: string; papers: number }[];
  terms: FrequentTerm[];
  /** Topics that its papers stand under too, most shared papers first. */
  neighbours: { id: string; papers: number }[];
  /** Topics that it is easily taken for: other senses of its word, and those that share its phrases. */
  confusedWith: string[];
  /** The names that its papers give to what they propose. */
  methods: { name: string; paper: string }[];
}

/** The papers that stand under no topic, with terms that might name the one that is missing. */
export interface UntaggedShelf {
  papers: string[];
  suggestions: FrequentTerm[];
}

const MOST_NEIGHBOURS = 6;
const MOST_TERMS = 12;
const MOST_SUGGESTIONS = 8;
/** The terms of a topic are those of its newest papers: reading thousands would tell no more. */
const READ_FOR_TERMS = 200;

/** Every topic of the taxonomy, in its order, with what the papers make of it. */
export function describeTopics(
  papers: readonly TaggedPaper[],
  taxonomy: Taxonomy,
  keep: Keep = keepNothing,
): TopicSummary[] {
  const byTopic = papersByTopic(papers);
  return taxonomy.topics.map(({ id, label, description, aliases }) => {
    const own = byTopic.get(id) ?? [];
    const parent = parentOf(id);
    return {
      id,
      label,
      description,
      aliases,
      ...(parent && { parent }),
      children: childrenOf(id, taxonomy, byTopic),
      papers: own.map((paper) => paper.id),
      months: monthsOf(own),
      terms: termsOf(own, MOST_TERMS, keep),
      neighbours: neighboursOf(id, own),
      confusedWith: confusedWith(id, taxonomy),
      methods: own.flatMap((paper) => paper.methods.map((name) => ({ name, paper: paper.id }))),
    };
  });
}

/** The shelf "untagged". */
export function describeUntagged(
  papers: readonly TaggedPaper[],
  keep: Keep = keepNothing,
): UntaggedShelf {
  const untagged = papers.filter(({ topics }) => topics.length === 0);
  return {
    papers: untagged.map(({ id }) => id),
    suggestions: termsOf(untagged, MOST_SUGGESTIONS, keep),
  };
}

function termsOf(papers: readonly TaggedPaper[], count: number, keep: Keep): FrequentTerm[] {
  const read = papers.slice(0, READ_FOR_TERMS);
  const texts = read.map(({ titleText, abstractText }) => `${titleText}\n${abstractText}`);
  return keep('terms', `${count}\n${texts.join('\n\n')}`, () => frequentTerms(read, count));
}

/** Newest first, then by score, then by id. */
function papersByTopic(papers: readonly TaggedPaper[]): Map<string, TaggedPaper[]> {
  const scored = new Map<string, { paper: TaggedPaper; score: number }[]>();
  for (const paper of papers) {
    const ids = new Map<string, number>();
    for (const { id, score } of paper.topics) {
      for (const shelf of [id, parentOf(id) ?? id])
        ids.set(shelf, Math.max(score, ids.get(shelf) ?? 0));
    }
    for (const [id, score] of ids) {
      const held = scored.get(id);
      if (held) held.push({ paper, score });
      else scored.set(id, [{ paper, score }]);
    }
  }
  const sorted = [...scored].map(([id, list]): [string, TaggedPaper[]] => [
    id,
    list
      .toSorted(
        (a, b) =>
          compare(b.paper.date, a.paper.date) ||
          b.score - a.score ||
          compare(a.paper.id, b.paper.id),
      )
      .map(({ paper }) => paper),
  ]);
  return new Map(sorted);
}

function childrenOf(
  id: string,
  taxonomy: Taxonomy,
  byTopic: ReadonlyMap<string, readonly TaggedPaper[]>,
): string[] {
  const count = (child: string) => byTopic.get(child)?.length ?? 0;
  return taxonomy.topics
    .map((topic) => topic.id)
    .filter((child) => parentOf(child) === id)
    .sort((a, b) => count(b) - count(a));
}

function monthsOf(papers: readonly TaggedPaper[]): TopicSummary['months'] {
  const counts = new Map<string, number>();
  for (const { date } of papers) {
    const month = date.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const known = [...counts.keys()].sort();
  const months: TopicSummary['months'] = [];
  if (known.length === 0) return months;
  for (let month = known[0]!; month <= known.at(-1)!; month = nextMonth(month))
    months.push({ month, papers: counts.get(month) ?? 0 });
  return months;
}

/** "2025-12" → "2026-01" */
function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`;
}

function neighboursOf(id: string, papers: readonly TaggedPaper[]): TopicSummary['neighbours'] {
  const shared = new Map<string, number>();
  for (const { topics } of papers) {
    for (const other of new Set(topics.map((topic) => topic.id)))
      if (!isFamily(id, other)) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared]
    .map(([other, count]) => ({ id: other, papers: count }))
    .sort((a, b) => b.papers - a.papers || compare(a.id, b.id))
    .slice(0, MOST_NEIGHBOURS);
}

function isFamily(id: string, other: string): boolean {
  return (
    id === other ||
    parentOf(id) === other ||
    parentOf(other) === id ||
    (parentOf(id) !== undefined && parentOf(id) === parentOf(other))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
