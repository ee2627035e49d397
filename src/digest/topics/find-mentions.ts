import type { Field, Paper } from '../schema.ts';
import type { PhraseMatch } from './phrase-matcher.ts';
import { toSentences, type Sentence } from './sentences.ts';
import type { PhraseUse, Tagger } from './tagger.ts';

/** A phrase of the taxonomy where it stands in a paper. */
export interface Mention {
  field: Field;
  text: string;
  start: number;
  end: number;
  place: Place;
  /** Number of its sentence in the abstract; -1 in the title. */
  sentence: number;
  /** In passing: in a list ("such as A, B, and C") or as what is compared with ("outperforms A"). */
  passing: boolean;
  uses: readonly PhraseUse[];
}

type Place = 'title' | 'first' | 'own' | 'plain' | 'background' | 'outlook';

/** What a tagger reads of a paper. */
export type PaperText = Pick<Paper, 'titleText' | 'abstractText'>;

// What a paper is about stands in its abstract's first pages; a text of 10 MB is none.
const READS_AT_MOST = 20_000;

// What is said in passing is seen by what stands near; farther words belong to something else.
const NEAR = 90;

/** Opens a passing list: "such as pruning, ", "including " */
const LIST_OPENING =
  /\b(?:such as|including|e\.g\.,?|for example,?|for instance,?|ranging from|like)\s[^.;:()]*$/i;

/** What the paper is held against or goes with: "outperforming ", "compared to ", "orthogonal to " */
const COMPARISON =
  /\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|compared (?:to|with)|in contrast to|unlike|instead of|rather than|better than|faster than|orthogonal to|complementary to|compatible with) (?:[\p{L}\p{N}-]+ ){0,4}$/iu;

/** A comma and at most three words before: ", weight pruning and " */
const ITEM_BEFORE = /,\s+(?:(?:and|or)\s+)?(?:[\p{L}\p{N}-]+\s+){0,2}$/u;

/** At most two words and a comma or "and" after: " methods, and" */
const ITEM_AFTER = /^(?:\s[\p{L}\p{N}-]+){0,2}(?:,|\s(?:and|or)\b)/u;

/** Every phrase of the taxonomy in a paper, in the order of the text, title first. */
export function findMentions(paper: PaperText, { matcher }: Tagger): Mention[] {
  const titleText = paper.titleText.slice(0, READS_AT_MOST);
  const abstractText = paper.abstractText.slice(0, READS_AT_MOST);
  const sentences = toSentences(abstractText);
  const inTitle = matcher
    .match(titleText)
    .map((match) =>
      toMention('title', titleText, match, { place: 'title', sentence: -1, passing: false }),
    );
  let at = 0;
  const inAbstract = matcher.match(abstractText).map((match) => {
    while (match.start >= sentences[at]!.end) at += 1;
    const sentence = sentences[at]!;
    const passing = isInPassing(abstractText, match, sentence);
    return toMention('abstract', abstractText, match, {
      place: placeOf(sentence, at),
      sentence: at,
      passing,
    });
  });
  return [...inTitle, ...inAbstract];
}

function placeOf(sentence: Sentence, index: number): Place {
  return index === 0 ? 'first' : sentence.role;
}

function toMention(
  field: Field,
  text: string,
  { start, end, values }: PhraseMatch<PhraseUse>,
  where: Pick<Mention, 'place' | 'sentence' | 'passing'>,
): Mention {
  return { field, text: text.slice(start, end), start, end, ...where, uses: values };
}

function isInPassing(
  text: string,
  { start, end }: PhraseMatch<PhraseUse>,
  sentence: Sentence,
): boolean {
  const before = text.slice(Math.max(sentence.start, start - NEAR), start);
  if (LIST_OPENING.test(before) || COMPARISON.test(before)) return true;
  const after = text.slice(end, Math.min(sentence.end, end + NEAR));
  return ITEM_BEFORE.test(before) && ITEM_AFTER.test(after);
}
