import { parsePhrase } from './phrase.ts';
import { RARE_PERCENT, usualPercent } from './usual-words.ts';

// Each further word of a phrase leaves about this share of the papers that hold its rarest word.
const SHARE_PER_WORD = 0.3;

// A phrase in one of 250 papers says what it says in full.
const TELLING_PERCENT = 0.4;

// Ten times more usual, and a phrase says this much less.
const LOSS_PER_DECADE = 0.3;

/**
 * How much one mention of a phrase tells, 0.4 to 1: a phrase of rare words 1, "model" 0.4. What is
 * usual was counted once over 4,000 abstracts, so a tag does not change when a dump is added.
 */
export function specificity(phrase: string): number {
  const words = parsePhrase(phrase) ?? [];
  const rarest = Math.min(
    100,
    ...words.map(({ kind, value }) =>
      kind === 'word' ? (usualPercent(value) ?? RARE_PERCENT) : RARE_PERCENT,
    ),
  );
  const percent = rarest * SHARE_PER_WORD ** (words.length - 1);
  const loss = LOSS_PER_DECADE * Math.log10(Math.max(1, percent / TELLING_PERCENT));
  return Math.max(0.4, 1 - loss);
}
