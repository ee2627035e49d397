import { takeBest } from './combine.ts';
import { toFound, type Found, type Sources } from './found.ts';
import type { WordAnswer } from './match-words.ts';

/** A query of at least so many words may lack one in so many, whichever. */
const WORDS_PER_MISSING = 5;
/** A shorter one may lack a single word that says little: at most this share of the whole. */
const FEWEST_WORDS = 3;
const LITTLE = 0.25;

/**
 * The papers that hold most of the words, and which words the best of them lacks: `deep learning for
 * wafer defects` without `deep`.
 */
export function findByMostWords(
  written: readonly WordAnswer[],
  sources: Sources,
): Found | undefined {
  if (written.length < FEWEST_WORDS) return undefined;
  const anyMissing = Math.floor(written.length / WORDS_PER_MISSING);
  const found = toFound(written, sources, [], written.length - Math.max(1, anyMissing));
  if (anyMissing === 0) {
    const telling = written.filter((answer) => !saysLittle(answer, written, sources));
    found.papers = found.papers.filter((paper) => holdsAll(paper, telling));
  }
  const [best] = takeBest(found, found.papers, 1);
  if (best === undefined) return undefined;
  const missing = written.filter((answer) => !holdsAll(best, [answer]));
  return { ...found, reasons: [{ kind: 'most', missing: missing.map(({ word }) => word.term) }] };
}

/** Whether a word is one that many papers hold, beside the others of its query. */
function saysLittle(answer: WordAnswer, written: readonly WordAnswer[], sources: Sources): boolean {
  const { count } = sources.matcher.ranking;
  const says = ({ matches }: WordAnswer) => Math.log((count + 1) / (matches.papers.length + 0.5));
  const whole = written.reduce((sum, one) => sum + says(one), 0);
  return answer.matches.papers.length > 0 && says(answer) <= LITTLE * whole;
}

function holdsAll(paper: number, answers: readonly WordAnswer[]): boolean {
  return answers.every(({ matches }) => matches.scores[paper]! > 0);
}
