import { decodeDigit } from '../index/codec.ts';
import {
  IN_ABSTRACT,
  IN_LONG_FORM,
  IN_METHODS,
  IN_TITLE,
  IN_TOPICS,
  type Core,
} from '../index/index-format.ts';
import type { Posting } from './posting.ts';

/** What a term counts in each field, in occurrences in an abstract; tuned on the development queries. */
const WEIGHTS = { title: 5, methods: 4, topics: 0.6, longForm: 1.5 } as const;
/** Saturation of BM25: how soon a further occurrence adds nothing. */
const K1 = 1.6;
/** How far lengths of titles and abstracts even out, 0 to 1. */
const B_TITLE = 0.5;
const B_ABSTRACT = 0.4;

/** From this weight on a variant is the word itself: its other number, its other spelling. */
const EXACT = 0.85;

/** The papers that answer one word of a query. */
export interface Matches {
  /** In no order, each once. */
  papers: number[];
  /** By paper number; 0 for the others. */
  scores: Float32Array;
  /** 1 + the place in the title, `NO_PLACE` + 1 for a name of the paper's method, 0 for neither. */
  titlePlaces: Uint8Array;
}

/** BM25 over fields (BM25F): a word's variants count as one term, each by its weight. */
export class Ranking {
  readonly count: number;
  private readonly titleNorms: Float32Array;
  private readonly abstractNorms: Float32Array;

  constructor(core: Core) {
    this.count = core.count;
    this.titleNorms = norms(core.titleLengths, B_TITLE);
    this.abstractNorms = norms(core.abstractLengths, B_ABSTRACT);
  }

  /**
   * Scores the papers of a word's variants: the exact term with weight 1, others with less. For an
   * open word, which is still being typed, every variant counts as the word where titles are concerned.
   */
  score(variants: readonly { posting: Posting; weight: number }[], open = false): Matches {
    const scores = new Float32Array(this.count);
    const titlePlaces = new Uint8Array(this.count);
    const papers: number[] = [];
    let exact = 0;
    for (const { posting, weight } of variants) {
      if (weight >= EXACT) exact = Math.max(exact, posting.papers.length);
      for (let at = 0; at < posting.papers.length; at++) {
        const paper = posting.papers[at]!;
        const fields = posting.fields[at]!;
        if (scores[paper] === 0) papers.push(paper);
        scores[paper]! += weight * this.frequency(paper, fields);
        if ((open || weight >= EXACT) && fields & (IN_TITLE | IN_METHODS))
          titlePlaces[paper] ||= 1 + posting.titlePlaces[at]!;
      }
    }
    const held = Math.max(exact, papers.length * 0.5);
    const idf = Math.log(1 + (this.count - held + 0.5) / (held + 0.5));
    for (const paper of papers) scores[paper] = (idf * scores[paper]!) / (scores[paper]! + K1);
    return { papers, scores, titlePlaces };
  }

  private frequency(paper: number, fields: number): number {
    let sum = (fields & IN_ABSTRACT) / this.abstractNorms[paper]!;
    if (fields & IN_TITLE) sum += WEIGHTS.title / this.titleNorms[paper]!;
    if (fields & IN_METHODS) sum += WEIGHTS.methods;
    if (fields & IN_TOPICS) sum += WEIGHTS.topics;
    if (fields & IN_LONG_FORM) sum += WEIGHTS.longForm;
    return sum;
  }
}

function norms(lengths: string, b: number): Float32Array {
  const values = Float32Array.from(lengths, (digit) => decodeDigit(digit.charCodeAt(0)));
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1) || 1;
  return values.map((value) => 1 - b + (b * value) / mean);
}
