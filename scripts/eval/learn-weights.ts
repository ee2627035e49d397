import { findSaid, type Said } from '../../src/digest/topics/find-said.ts';
import { createTagger } from '../../src/digest/topics/tagger.ts';
import type { Taxonomy } from '../../src/digest/topics/taxonomy.ts';
import { weighFamily } from '../../src/digest/topics/weigh-family.ts';
import { ENOUGH, type Weights } from '../../src/digest/topics/weights.ts';
import { LABELLED_TOPICS, type LabelledPaper } from './topic-labels.ts';

/** A labelled paper with what it says about the labelled topics; found once, weighed often. */
export interface Example {
  paper: LabelledPaper;
  said: ReadonlyMap<string, readonly Said[]>;
}

/** A number of the weights, by its path: ["place", "title"]. */
type WeightPath = readonly [keyof Weights, string?];

/** The weights as a person set them while reading the labelled papers: where learning starts and leans. */
const SET_BY_HAND: Weights = {
  list: { strong: 1.15, for: 0.65, ambiguous: 0.6, lone: 0.25, hint: 0.25, against: -0.8 },
  place: {
    title: 2,
    first: 1,
    own: 1.05,
    plain: 0.9,
    background: 0.75,
    outlook: 0.7,
    passing: 0.45,
  },
  again: 0.7,
  breath: 0.6,
  others: 0.9,
  hints: 0.6,
};

// How fast belief grows with the sum: a sum of 1.25 is believed to 73 %.
const STEEPNESS = 4;

// A weight twice as large as a person set it costs as much as one paper quite wrong.
const COST_OF_CHANGE = 5;

const STEPS = [0.8, 0.9, 1.1, 1.25];
const MOST_ROUNDS = 3;

export function toExamples(papers: readonly LabelledPaper[], taxonomy: Taxonomy): Example[] {
  const tagger = createTagger(taxonomy);
  return papers.map((paper) => ({ paper, said: findSaid(paper, tagger) }));
}

/** The topics that weights give to an example, of the labelled ones. */
export function topicsOf(example: Example, weights: Weights): Set<string> {
  return new Set(LABELLED_TOPICS.filter((topic) => sumOf(example, topic, weights) >= ENOUGH));
}

/**
 * Weights that fit the labels: coordinate descent on the logistic loss of the sums, from `start`
 * and held near it, so that what the labels do not touch stays as a person set it.
 */
export function learnWeights(examples: readonly Example[], start: Weights = SET_BY_HAND): Weights {
  let best = start;
  let bestLoss = lossOf(examples, best, start);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = bestLoss;
    for (const path of pathsOf(start)) {
      for (const step of STEPS) {
        const tried = withWeight(best, path, get(best, path) * step);
        const loss = lossOf(examples, tried, start);
        if (loss < bestLoss - 1e-6) [best, bestLoss] = [tried, loss];
      }
    }
    if (before - bestLoss < 0.01) break;
  }
  return rounded(best);
}

function lossOf(examples: readonly Example[], weights: Weights, start: Weights): number {
  let loss = 0;
  for (const example of examples) {
    for (const topic of LABELLED_TOPICS) {
      if (example.paper.either.includes(topic) || !example.said.has(topic)) continue;
      const margin = (sumOf(example, topic, weights) - ENOUGH) * STEEPNESS;
      const sign = example.paper.topics.includes(topic) ? 1 : -1;
      loss += Math.log1p(Math.exp(-sign * margin));
    }
  }
  for (const path of pathsOf(start))
    loss += COST_OF_CHANGE * Math.log2(get(weights, path) / get(start, path)) ** 2;
  return loss;
}

function sumOf({ said }: Example, topic: string, weights: Weights): number {
  const family = { id: topic, children: [] };
  return weighFamily(family, said.get(topic) ?? [], weights)[0]?.sum ?? 0;
}

function pathsOf(weights: Weights): WeightPath[] {
  return (Object.keys(weights) as (keyof Weights)[]).flatMap((key): WeightPath[] => {
    const value = weights[key];
    return typeof value === 'number' ? [[key]] : Object.keys(value).map((name) => [key, name]);
  });
}

function get(weights: Weights, [key, name]: WeightPath): number {
  const value = weights[key];
  return typeof value === 'number' ? value : (value as Record<string, number>)[name!]!;
}

function withWeight(weights: Weights, [key, name]: WeightPath, value: number): Weights {
  const old = weights[key];
  return {
    ...weights,
    [key]: typeof old === 'number' ? value : Object.assign({}, old, { [name!]: value }),
  };
}

function rounded(weights: Weights): Weights {
  return pathsOf(weights).reduce(
    (all, path) => withWeight(all, path, Math.round(get(all, path) * 100) / 100),
    weights,
  );
}
