import path from 'node:path';

import { createTagger, tagPaper, weighTopics } from '../../src/digest/topics/tag-paper.ts';
import { TaxonomySchema, type Taxonomy } from '../../src/digest/topics/taxonomy.ts';
import { contentDir, readYaml } from '../read-content.ts';
import { sharedFolder, type Evaluation } from './figures.ts';
import { learnWeights, toExamples, topicsOf, type Example } from './learn-weights.ts';
import {
  addCounts,
  compareTags,
  f1,
  precision,
  readLabels,
  recall,
  type Counts,
  type LabelledPaper,
  type Mistake,
} from './topic-labels.ts';

const FOLDS = 5;

/**
 * Tags against hand labels: precision, recall and F1 by topic on the half that may be learned from,
 * every miss with its evidence, and what remains of the figures on papers held out.
 */
export function measureTopics(): Evaluation {
  if (!sharedFolder)
    return { figures: {}, lines: ['Topics: no labels here (../shared is absent).'] };
  const taxonomy = readYaml(path.join(contentDir(), 'topics.yaml'), TaxonomySchema);
  const { dev, seed } = readLabels(sharedFolder);
  const onDev = compareTags(dev, tagAll(dev, taxonomy));
  const onSeed = compareTags(seed, tagAll(seed, taxonomy));
  const heldOut = compareHeldOut([...dev, ...seed], taxonomy, 'weights');
  const strict = compareHeldOut([...dev, ...seed], taxonomy, 'weights and phrases');
  return {
    figures: {
      ...figuresOf('topics dev', onDev.counts),
      'topics dump micro F1': round(f1(addCounts(onSeed.counts.values()))),
      'topics held out micro F1': round(f1(addCounts(heldOut.values()))),
      'topics held out strictly micro F1': round(f1(addCounts(strict.values()))),
      'topics held out strictly lowest F1': round(lowest(strict)),
      'topics dump coverage': round(coverage(seed, taxonomy)),
    },
    lines: [
      `Topics, ${dev.length} labelled papers (development half):`,
      ...tableOf(onDev.counts),
      ...onDev.mistakes.map((mistake) => describeMistake(mistake, taxonomy)),
      `Topics, ${seed.length} papers of the shipped dump:`,
      ...tableOf(onSeed.counts),
      ...onSeed.mistakes.map((mistake) => describeMistake(mistake, taxonomy)),
      `Held out, ${FOLDS} parts, weights learned on the others:`,
      ...tableOf(heldOut),
      'Held out strictly, without the phrases that no other part holds:',
      ...tableOf(strict),
    ],
  };
}

/** `measureTopics`, as `npm run eval` calls it. */
export async function evalTopics(): Promise<Evaluation> {
  return measureTopics();
}

/** The topics of each paper. */
export function tagAll(papers: readonly LabelledPaper[], taxonomy: Taxonomy): Set<string>[] {
  const tagger = createTagger(taxonomy);
  return papers.map((paper) => new Set(tagPaper(paper, tagger).map(({ id }) => id)));
}

/**
 * Counts over papers that took no part in learning. The phrases were written by people who had read
 * these papers; "weights and phrases" leaves out each phrase that stands in no other part, also
 * those that anyone would have thought of: the true figure for unseen papers lies between.
 */
function compareHeldOut(
  papers: readonly LabelledPaper[],
  taxonomy: Taxonomy,
  learned: 'weights' | 'weights and phrases',
): Map<string, Counts> {
  const examples = toExamples(papers, taxonomy);
  const given: Set<string>[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = examples.filter((_, index) => index % FOLDS !== fold);
    const weights = learnWeights(seen);
    const known = learned === 'weights' ? undefined : phrasesIn(seen);
    examples.forEach((example, index) => {
      if (index % FOLDS === fold) given[index] = topicsOf(withPhrases(example, known), weights);
    });
  }
  return compareTags(papers, given).counts;
}

function phrasesIn(examples: readonly Example[]): Set<string> {
  const all = examples.flatMap(({ said }) => [...said.values()].flat());
  return new Set(all.map(({ use }) => use.rule));
}

function withPhrases({ paper, said }: Example, known: ReadonlySet<string> | undefined): Example {
  if (!known) return { paper, said };
  const kept = [...said].map(
    ([family, list]) => [family, list.filter(({ use }) => known.has(use.rule))] as const,
  );
  return { paper, said: new Map(kept) };
}

function coverage(papers: readonly LabelledPaper[], taxonomy: Taxonomy): number {
  return tagAll(papers, taxonomy).filter(({ size }) => size > 0).length / papers.length;
}

function figuresOf(name: string, counts: ReadonlyMap<string, Counts>): Record<string, number> {
  const all = addCounts(counts.values());
  return {
    [`${name} micro F1`]: round(f1(all)),
    [`${name} precision`]: round(precision(all)),
    [`${name} recall`]: round(recall(all)),
    [`${name} lowest F1`]: round(lowest(counts)),
  };
}

function lowest(counts: ReadonlyMap<string, Counts>): number {
  return Math.min(...[...counts.values()].map(f1));
}

function tableOf(counts: ReadonlyMap<string, Counts>): string[] {
  const rows: [string, Counts][] = [...counts, ['all four', addCounts(counts.values())]];
  return rows.map(
    ([topic, count]) =>
      `  ${topic.padEnd(22)} precision ${percent(precision(count))}  recall ${percent(recall(count))}  F1 ${f1(count).toFixed(3)}  (${count.right} right, ${count.falseTags} false, ${count.missed} missed)`,
  );
}

function describeMistake({ kind, topic, paper }: Mistake, taxonomy: Taxonomy): string {
  const verdict = weighTopics(paper, createTagger(taxonomy)).find(({ id }) => id === topic);
  const evidence = (verdict?.evidence ?? [])
    .map(({ field, text, weight }) => `${field} “${text}” ${weight.toFixed(2)}`)
    .join(', ');
  return `  ${kind} ${topic}: ${paper.titleText}\n      sum ${(verdict?.sum ?? 0).toFixed(2)} of 1: ${evidence || 'no phrase of the topic stands in it'}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(7);
}

function round(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}
