import { bestCards, longestRun } from './closeness.ts';
import { addAcronyms } from './other-spellings.ts';
import type { Correction } from './correct-word.ts';
import { toFound, type Found, type Sources } from './found.ts';
import type { WordAnswer } from './match-words.ts';
import { LONGEST_FUZZY, type QueryWord } from './parse-query.ts';

/** So many misspelt words are corrected at once, from so many candidates each. */
const MOST_CORRECTED = 3;
const MOST_CANDIDATES = 4;
/** Of all combinations of candidates so many are tried. */
const MOST_CHOICES = 24;
const SPELLING_WEIGHT = 0.9;
/** A word of so few papers that it may be a slip of their authors. */
const RARE = 2;
/** Twice the logarithm of how many times commoner a word must be than the rare one that was typed. */
const MUCH_COMMONER = 8;

/** The papers of the query with its misspelt words corrected, the likeliest way that finds any. */
export async function correctQuery(
  written: readonly WordAnswer[],
  sources: Sources,
): Promise<Found | undefined> {
  const suspects = suspectsAmong(written);
  if (suspects.length === 0 || suspects.length > MOST_CORRECTED) return undefined;
  const corrector = await sources.corrector();
  const candidates = suspects.map(({ word, matches }) => {
    const corrections = corrector.correct(word.term, MOST_CANDIDATES);
    return matches.papers.length > 0 ? [asTyped(word), ...corrections] : corrections;
  });
  for (const choice of choices(candidates, written.length)) {
    const pairs = suspects.map((suspect, at) => [suspect, choice[at]!.term] as const);
    const changed = new Map(pairs.filter(([{ word }, term]) => term !== word.term));
    if (changed.size === 0) continue;
    const found = await findCorrected(written, changed, sources);
    const doubted = suspects.filter(
      (one) => changed.has(one) && corrector.isEnglish(one.word.term),
    );
    if (found.papers.length > 0 && (await standBeside(doubted, written, found, sources)))
      return found;
  }
  return undefined;
}

/**
 * Whether words that were corrected, though they are words, stand beside a neighbour of theirs in one of
 * the best papers: `neutral network` means `neural network`, `optical flow` no `optimal … flow`.
 */
async function standBeside(
  doubted: readonly WordAnswer[],
  written: readonly WordAnswer[],
  found: Found,
  { matcher }: Sources,
): Promise<boolean> {
  if (doubted.length === 0) return true;
  const cards = await bestCards(found, matcher.reader);
  const beside = (at: number) => {
    const pair = found.terms.slice(at, at + 2);
    return pair.length === 2 && cards.some((card) => longestRun(card, pair) === 1);
  };
  return doubted.every((one) => {
    const at = written.indexOf(one);
    return (at > 0 && beside(at - 1)) || beside(at);
  });
}

/**
 * The papers of a query whose words are all known, but one of them so rare beside a word that is
 * one slip away that it is likely a slip itself, made by the author of its paper too.
 */
export async function correctRare(
  written: readonly WordAnswer[],
  sources: Sources,
): Promise<Found | undefined> {
  const rare = suspectsAmong(written).filter(({ exact, word }) => exact > 0 && !word.open);
  if (rare.length !== 1) return undefined;
  const [{ word, exact }] = rare as [WordAnswer];
  const [best] = (await sources.corrector()).correct(word.term, 1);
  const commoner = best && best.weight - 2 * Math.log2(exact);
  if (!best?.certain || best.cost >= 2 || commoner! < MUCH_COMMONER) return undefined;
  return findCorrected(written, new Map([[rare[0]!, best.term]]), sources);
}

/** A rare word may also be as it should be, and another one the wrong one. */
function asTyped({ term }: QueryWord): Correction {
  return { term, cost: 0, certain: true, weight: 0 };
}

async function findCorrected(
  written: readonly WordAnswer[],
  changed: ReadonlyMap<WordAnswer, string>,
  sources: Sources,
): Promise<Found> {
  const answers = await Promise.all(
    written.map((answer) => {
      const term = changed.get(answer);
      return term
        ? sources.matcher.matchTerms({ ...answer.word, term }, [term], SPELLING_WEIGHT)
        : answer;
    }),
  );
  const reasons = [...changed].map(([{ word }, shown]) => ({
    kind: 'spelling' as const,
    typed: word.term,
    shown,
  }));
  return toFound(await addAcronyms(answers, sources.acronyms, sources.matcher), sources, reasons);
}

/** Words that the query binds together are corrected as one: `pot-training` to `posttraining`. */
export async function correctTogether(
  written: readonly WordAnswer[],
  sources: Sources,
): Promise<Found | undefined> {
  const suspects = new Set(suspectsAmong(written));
  const groups = groupBound(written);
  const wrong = groups.filter(
    (group) => group.length > 1 && group.some((one) => suspects.has(one)),
  );
  if (wrong.length !== 1) return undefined;
  const corrector = await sources.corrector();
  const typed = wrong[0]!.map(({ word }) => word.term).join('');
  for (const { term, certain } of corrector.correct(typed, MOST_CANDIDATES)) {
    if (!certain) continue;
    const whole = { ...wrong[0]![0]!.word, term: typed };
    const joined = await sources.matcher.matchTerms(whole, [term], SPELLING_WEIGHT);
    const answers = groups.flatMap((group) => (group === wrong[0] ? [joined] : group));
    const found = toFound(answers, sources, [{ kind: 'spelling', typed, shown: term }]);
    if (found.papers.length > 0) return found;
  }
  return undefined;
}

function groupBound(written: readonly WordAnswer[]): WordAnswer[][] {
  const groups: WordAnswer[][] = [];
  for (const answer of written) {
    const last = groups.at(-1);
    if (last && answer.word.bound) last.push(answer);
    else groups.push([answer]);
  }
  return groups;
}

/** The words that may be misspelt: those that nothing answers, else the rare ones. */
function suspectsAmong(written: readonly WordAnswer[]): WordAnswer[] {
  const early = written.filter(({ word }) => word.start < LONGEST_FUZZY);
  const unanswered = written.filter(({ matches }) => matches.papers.length === 0);
  if (unanswered.some((answer) => !early.includes(answer))) return [];
  return unanswered.length > 0 ? unanswered : early.filter(({ exact }) => exact <= RARE);
}

/**
 * One correction for each suspect, the likeliest combinations first. A correction that is not certain
 * needs a word beside it that is as it should be.
 */
function choices(candidates: readonly Correction[][], words: number): Correction[][] {
  const combinations = candidates.reduce<Correction[][]>(
    (all, options) => all.flatMap((one) => options.map((option) => one.concat(option))),
    [[]],
  );
  return combinations
    .filter((choice) => choice.filter(({ certain }) => !certain).length <= words - choice.length)
    .sort((a, b) => costOf(a) - costOf(b))
    .slice(0, MOST_CHOICES);
}

function costOf(choice: readonly Correction[]): number {
  return choice.reduce((sum, { cost }) => sum + cost, 0);
}
