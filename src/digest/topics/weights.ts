import learned from './weights.json' with { type: 'json' };

/**
 * What a mention adds to a topic: the weight of its list, times its place, times how specific the
 * phrase is. A topic is given at a sum of 1. The numbers are learned from labelled papers by
 * `npm run learn:topics`, reviewed, and kept in `weights.json`.
 */
export interface Weights {
  /** By the list of the taxonomy in which the phrase stands. */
  list: {
    strong: number;
    for: number;
    ambiguous: number;
    lone: number;
    hint: number;
    against: number;
  };
  /** By where the mention stands; `passing` multiplies the place of what is said in passing. */
  place: {
    title: number;
    first: number;
    own: number;
    plain: number;
    background: number;
    outlook: number;
    passing: number;
  };
  /** What each further mention counts of the one before. */
  again: number;
  /** What a further mention in the same breath, the same sentence, counts on top of that. */
  breath: number;
  /** The most that mentions add together that speak of others, of what may follow, or in passing. */
  others: number;
  /** The most that hints add together. */
  hints: number;
}

export const WEIGHTS: Weights = learned;

/** The sum at which a topic is given. */
export const ENOUGH = 1;
