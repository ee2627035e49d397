import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PaperText } from '../../src/digest/topics/find-mentions.ts';

/** A paper with the verdict of two annotators on four topics. */
export interface LabelledPaper extends PaperText {
  /** Must be given. */
  topics: string[];
  /** A matter of taste: right both ways, counts neither. */
  either: string[];
}

/** The topics for which labels exist. */
export const LABELLED_TOPICS = ['quantization', 'circuits', 'graph-neural-networks', 'quantum'];

/** Right, false and missed tags. */
export interface Counts {
  right: number;
  falseTags: number;
  missed: number;
}

/** One label that a set of tags contradicts. */
export interface Mistake {
  kind: 'false' | 'missed';
  topic: string;
  paper: LabelledPaper;
}

/** The labelled half that may be learned from, and the papers of the shipped dump. */
export function readLabels(sharedFolder: string): { dev: LabelledPaper[]; seed: LabelledPaper[] } {
  const read = (file: string) =>
    readFileSync(path.join(sharedFolder, 'eval', file), 'utf8')
      .trim()
      .split('\n')
      .map(toLabelledPaper);
  return { dev: read('topics-dev.jsonl'), seed: read('topics-seed.jsonl') };
}

/** 4,000 real abstracts without labels. */
export function readCorpus(sharedFolder: string): PaperText[] {
  const dump = readFileSync(path.join(sharedFolder, 'corpus/2025-11-30-arxiv-4000.txt'), 'utf8');
  const blocks = dump.split(/\n\s*\n/).filter(Boolean);
  return Array.from({ length: Math.floor(blocks.length / 2) }, (_, index) => ({
    titleText: blocks[2 * index]!,
    abstractText: blocks[2 * index + 1]!,
  }));
}

/** Compares labels with the topic ids that `given` holds for each paper, by topic. */
export function compareTags(
  papers: readonly LabelledPaper[],
  given: readonly ReadonlySet<string>[],
): { counts: Map<string, Counts>; mistakes: Mistake[] } {
  const counts = new Map(LABELLED_TOPICS.map((topic) => [topic, noCounts()]));
  const mistakes: Mistake[] = [];
  papers.forEach((paper, index) => {
    for (const topic of LABELLED_TOPICS) {
      if (paper.either.includes(topic)) continue;
      const says = given[index]!.has(topic);
      const is = paper.topics.includes(topic);
      const count = counts.get(topic)!;
      if (says && is) count.right += 1;
      else if (says) count.falseTags += 1;
      else if (is) count.missed += 1;
      if (says !== is) mistakes.push({ kind: says ? 'false' : 'missed', topic, paper });
    }
  });
  return { counts, mistakes };
}

function noCounts(): Counts {
  return { right: 0, falseTags: 0, missed: 0 };
}

/** All counts together: the micro average. */
export function addCounts(counts: Iterable<Counts>): Counts {
  const sum = noCounts();
  for (const { right, falseTags, missed } of counts) {
    sum.right += right;
    sum.falseTags += falseTags;
    sum.missed += missed;
  }
  return sum;
}

export function precision({ right, falseTags }: Counts): number {
  return right / Math.max(1, right + falseTags);
}

export function recall({ right, missed }: Counts): number {
  return right / Math.max(1, right + missed);
}

export function f1({ right, falseTags, missed }: Counts): number {
  return (2 * right) / Math.max(1, 2 * right + falseTags + missed);
}

function toLabelledPaper(line: string): LabelledPaper {
  const { title, abstract, topics, either } = JSON.parse(line) as {
    title: string;
    abstract: string;
    topics: string[];
    either: string[];
  };
  return { titleText: title, abstractText: abstract, topics, either };
}
