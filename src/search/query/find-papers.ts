import { areNear, bestCards } from './closeness.ts';
import { addAnswer } from './combine.ts';
import { correctQuery, correctRare, correctTogether } from './correct-query.ts';
import { appendFound, toFound, type Found, type Reason, type Sources } from './found.ts';
import type { WordAnswer } from './match-words.ts';
import { findByMostWords } from './most-words.ts';
import { addAcronyms, addForms, addJoined } from './other-spellings.ts';
import { mayBecomeStopWord, type QueryWord } from './parse-query.ts';
import { splitWord } from './split-word.ts';

/** Fewer hits than these are filled up from the next tiers; in a large index, where that costs, fewer. */
const FEW = 10;
const FEW_OF_MANY = 3;

/**
 * The papers that hold all words, in tiers: as written (with inflections, prefixes, acronyms and
 * joined words); by forms of verbs and nouns and words written together; corrected; and for long
 * queries by most of the words. What a tier finds stands below what those before it found, and a tier
 * is tried only when they found few, one that guesses only when they found nothing. With
 * `onlyAsWritten` the first is all.
 */
export async function findPapers(
  words: readonly QueryWord[],
  sources: Sources,
  onlyAsWritten = false,
): Promise<Found> {
  const written = await matchWritten(words, sources);
  const plain = toFound(written, sources, acronymReasons(words, sources));
  const few = sources.matcher.reader.isSmall ? FEW : FEW_OF_MANY;
  if (words.length === 0 || onlyAsWritten || plain.papers.length >= few) return plain;
  const byForms = await findByForms(written, sources, few);
  if (plain.papers.length > 0)
    return appendFound(appendFound(plain, byForms), await correctRare(written, sources));
  return (
    (byForms && (await standTogether(byForms, sources)) ? byForms : undefined) ??
    (await correctTogether(written, sources)) ??
    (await correctQuery(written, sources)) ??
    findByMostWords(written, sources) ??
    plain
  );
}

async function matchWritten(words: readonly QueryWord[], sources: Sources): Promise<WordAnswer[]> {
  const { matcher, acronyms } = sources;
  const matched = await Promise.all(words.map((word) => matcher.match(word)));
  const answers = matched.filter(
    ({ word, matches }) =>
      words.length === 1 || matches.papers.length > 0 || !mayBecomeStopWord(word),
  );
  return addAcronyms(await addJoined(answers, matcher), acronyms, matcher);
}

/** Whether a query of two words has them near each other in one of the best papers. */
async function standTogether({ terms, ...found }: Found, { matcher }: Sources): Promise<boolean> {
  const [first, second] = terms;
  if (terms.length !== 2) return true;
  const cards = await bestCards(found, matcher.reader);
  return cards.some((card) => areNear(card, first!, second!));
}

/** Widens every word by the forms of its verb, and one that few papers hold by its pieces. */
async function findByForms(
  written: readonly WordAnswer[],
  sources: Sources,
  few: number,
): Promise<Found | undefined> {
  const reasons: Reason[] = [];
  const answers: WordAnswer[] = [];
  for (const answer of written) {
    const { term } = answer.word;
    const split = await addPieces(answer, sources, few);
    if (split) reasons.push({ kind: 'spelling', typed: term, shown: split.pieces.join(' ') });
    const widened = split ?? (await addForms(answer, sources.matcher));
    if (!split && widened !== answer) reasons.push({ kind: 'forms', typed: term });
    answers.push(widened);
  }
  if (reasons.length === 0) return undefined;
  const found = toFound(answers, sources, reasons);
  return found.papers.length > 0 ? found : undefined;
}

/** `lowrank`, which a paper has as `low-rank`, also where another has `low rank`. */
async function addPieces(answer: WordAnswer, { matcher }: Sources, few: number) {
  const held = answer.matches.papers;
  if (held.length >= few) return undefined;
  const split = await splitWord(answer, matcher);
  if (!split || split.matches.papers.every((paper) => held.includes(paper))) return undefined;
  return { ...addAnswer(answer, split.matches, split.terms, 1), pieces: split.pieces };
}

function acronymReasons(words: readonly QueryWord[], { acronyms }: Sources): Reason[] {
  return words.flatMap(({ term }) => {
    const longForms = acronyms.longForms(term);
    return longForms.length > 0 ? [{ kind: 'acronym' as const, acronym: term, longForms }] : [];
  });
}
